package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.FolderWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionTest {

    @TempDir
    Path indexFolder;

    @TempDir
    Path articleFolder;

    private final Semaphore runs = new Semaphore(0);
    private LuceneIndex index;
    private ArticleFolder folder;
    private Ingestion ingestion;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(indexFolder, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC());
        folder = new ArticleFolder(articleFolder);
        ingestion = new Ingestion(
                new FolderSync<>(new FolderSource(folder), index, Samples::passages),
                index,
                runs::release,
                Duration.ofMillis(50));
    }

    @AfterEach
    void close() {
        ingestion.close();
        index.close();
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(articleFolder.resolve(name), "A headline of some length\n\n" + text + "\n");
    }

    private boolean foundWithinTime(String word, boolean expected) throws InterruptedException {
        boolean found = !index.byWords(word, Filter.NONE, 1).isEmpty();
        while (found != expected && runs.tryAcquire(20, TimeUnit.SECONDS)) {
            found = !index.byWords(word, Filter.NONE, 1).isEmpty();
        }
        return found;
    }

    @Test
    void aSmallCollectionIsThereWhenTheStartReturns() throws Exception {
        write("storm.txt", "Roofs were torn off in Lisbon.");
        ingestion.start();
        assertThat(index.byWords("roofs", Filter.NONE, 1)).hasSize(1);
        assertThat(ingestion.status()).isEqualTo(new Ingestion.Status(false, 0, null));
    }

    @Test
    void newChangedAndDeletedFilesAreTakenUpWhileItRuns() throws Exception {
        ingestion.start();
        try (FolderWatch watch = new FolderWatch(folder, Duration.ofMillis(50), Duration.ofMillis(500))) {
            watch.start(List.of(), ingestion::changed);
            write("storm.txt", "Roofs were torn off in Lisbon.");
            assertThat(foundWithinTime("roofs", true)).isTrue();
            write("storm.txt", "Bridges were closed in Lisbon for days.");
            assertThat(foundWithinTime("bridges", true)).isTrue();
            assertThat(index.byWords("roofs", Filter.NONE, 1)).isEmpty();
            Files.delete(articleFolder.resolve("storm.txt"));
            assertThat(foundWithinTime("bridges", false)).isFalse();
        }
    }

    @Test
    void aFolderThatIsNotThereIsAProblemAndNoEnd() throws Exception {
        Files.delete(articleFolder);
        ingestion.start();
        assertThat(ingestion.status().problem()).contains("not there");
        Files.createDirectories(articleFolder);
        write("storm.txt", "Roofs were torn off in Lisbon.");
        assertThat(foundWithinTime("roofs", true)).isTrue();
    }
}
