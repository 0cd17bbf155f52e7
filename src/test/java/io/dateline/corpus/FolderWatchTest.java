package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration NEVER = Duration.ofHours(1);

    @TempDir
    Path root;

    private final BlockingQueue<List<String>> told = new LinkedBlockingQueue<>();
    private @Nullable FolderWatch watch;

    @AfterEach
    void close() {
        if (watch != null) {
            watch.close();
        }
    }

    @Test
    void tellsOfNewChangedAndDeletedFiles() throws Exception {
        start(root, NEVER);

        Path file = Files.writeString(root.resolve("a.txt"), "Talks");
        assertThat(next()).containsExactly("a.txt 5");
        Files.writeString(file, "More talks");
        assertThat(next()).containsExactly("a.txt 10");
        Files.delete(file);
        assertThat(next()).isEmpty();
    }

    @Test
    void seesFilesInFoldersThatAreCreatedLater() throws Exception {
        start(root, NEVER);

        Path sub = Files.createDirectories(root.resolve("2023/march"));
        Files.writeString(sub.resolve("a.txt"), "Talks");
        assertThat(next()).containsExactly("2023/march/a.txt 5");
        Files.writeString(sub.resolve("b.txt"), "Talks");
        assertThat(next()).containsExactly("2023/march/a.txt 5", "2023/march/b.txt 5");
    }

    @Test
    void tellsOnceOfAllThatIsWrittenWithoutAPause() throws Exception {
        start(root, NEVER);

        for (int i = 0; i < 100; i++) {
            Files.writeString(root.resolve("a.txt"), "x".repeat(i + 1));
            Files.writeString(root.resolve("b" + i + ".txt"), "x");
        }

        assertThat(next()).hasSize(101).contains("a.txt 100");
        assertThat(told.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void tellsAtOnceWhatChangedBeforeItBegan() throws Exception {
        Files.writeString(root.resolve("a.txt"), "Talks");
        start(root, NEVER, List.of());

        assertThat(next()).containsExactly("a.txt 5");
    }

    @Test
    void findsAFolderThatComesLaterAndForgetsNothingWhenItGoes() throws Exception {
        Path later = root.resolve("later");
        start(later, Duration.ofMillis(200), List.of());

        Files.createDirectory(later);
        Files.writeString(later.resolve("a.txt"), "Talks");
        assertThat(next()).containsExactly("a.txt 5");

        Files.move(later, root.resolve("gone"));
        assertThat(told.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void goesOnAfterTheListenerFailed() throws Exception {
        ArticleFolder folder = new ArticleFolder(root);
        watch = new FolderWatch(folder, QUIET, NEVER);
        watch.start(folder.files(), () -> {
            told.add(listing(folder));
            throw new IllegalStateException("the disk is full");
        });

        Files.writeString(root.resolve("a.txt"), "Talks");
        assertThat(next()).hasSize(1);
        Files.writeString(root.resolve("b.txt"), "Talks");
        assertThat(next()).hasSize(2);
    }

    @Test
    void refusesTimesThatMakeNoSense() {
        assertThatThrownBy(() -> new FolderWatch(new ArticleFolder(root), Duration.ZERO, NEVER))
                .hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new FolderWatch(new ArticleFolder(root), NEVER, QUIET))
                .hasMessageContaining("PT1H");
    }

    private void start(Path path, Duration rescan) throws IOException {
        start(path, rescan, new ArticleFolder(path).files());
    }

    private void start(Path path, Duration rescan, List<ArticleFile> known) {
        ArticleFolder folder = new ArticleFolder(path);
        watch = new FolderWatch(folder, QUIET, rescan);
        watch.start(known, () -> told.add(listing(folder)));
    }

    private @Nullable List<String> next() throws InterruptedException {
        return told.poll(10, TimeUnit.SECONDS);
    }

    private static List<String> listing(ArticleFolder folder) {
        return folder.files().stream()
                .map(file -> file.name() + " " + file.bytes())
                .toList();
    }
}
