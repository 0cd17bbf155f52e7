package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.BoilerplateLines;
import io.dateline.index.BulkIngestion.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkIngestionTest {

    private static final ReadingProgress UNTOLD = (articles, read, inAll) -> {};

    @TempDir
    Path elsewhere;

    @TempDir
    Path articleFolder;

    @TempDir
    Path indexes;

    private LuceneIndex index;
    private BulkIngestion bulk;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(indexes, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC());
        bulk = new BulkIngestion(index, Samples::passages, new BoilerplateLines());
    }

    @AfterEach
    void close() {
        index.close();
    }

    private Path write(String name, String... ids) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String id : ids) {
            lines.append("{\"id\":\"%s\",\"title\":\"T\",\"text\":\"Tariffs rise.\"}%n".formatted(id));
        }
        return Files.writeString(elsewhere.resolve(name), lines);
    }

    private void syncArticleFolder() {
        new FolderSync<>(new FolderSource(new ArticleFolder(articleFolder)), index, Samples::passages).run();
    }

    private List<String> found() {
        return Samples.ids(index.byWords("tariffs", Filter.NONE, 100));
    }

    @Test
    void filesAndFoldersElsewhereAreTakenUpAndStayWhenTheArticleFolderIsRead() throws IOException {
        write("a.jsonl", "a1", "a2");
        Path single = write("b.jsonl", "b1");
        Outcome outcome = bulk.take(List.of(elsewhere, single), UNTOLD);
        assertThat(outcome).isEqualTo(new Outcome(2, 3, 0, 0, 0, List.of()));

        syncArticleFolder();
        assertThat(found()).containsExactlyInAnyOrder("a1#0", "a2#0", "b1#0");
    }

    @Test
    void articlesOfTheArticleFolderStayWhenOthersAreTakenUp() throws IOException {
        Files.writeString(articleFolder.resolve("storm.jsonl"), "{\"id\":\"s\",\"title\":\"T\",\"text\":\"Tariffs.\"}");
        syncArticleFolder();
        bulk.take(List.of(write("a.jsonl", "a1")), UNTOLD);

        assertThat(found()).containsExactlyInAnyOrder("a1#0", "s#0");
    }

    @Test
    void aSecondCallReadsNothingAgainAndRemovesWhatIsGone() throws IOException {
        write("a.jsonl", "a1");
        Path gone = write("b.jsonl", "b1");
        bulk.take(List.of(elsewhere), UNTOLD);
        assertThat(bulk.take(List.of(elsewhere), UNTOLD).files()).isZero();
        Files.delete(gone);

        assertThat(bulk.take(List.of(elsewhere), UNTOLD).removed()).isEqualTo(1);
        assertThat(found()).containsExactly("a1#0");
    }

    @Test
    void saysWhatWasSkippedAndWhyAlsoWhenItIsAskedAgain() throws IOException {
        Path file = write("a.jsonl", "a1");
        Files.writeString(file, Files.readString(file) + "{broken\n");
        bulk.take(List.of(file), UNTOLD);

        assertThat(bulk.take(List.of(file), UNTOLD).rejections())
                .singleElement()
                .satisfies(skipped -> {
                    assertThat(skipped.where()).isEqualTo("a.jsonl:2");
                    assertThat(skipped.why()).contains("not valid JSON");
                });
    }

    @Test
    void stoppedItKeepsWhatItHasReadAndGoesOnWhenCalledAgain() throws IOException {
        write("a.jsonl", "a1", "a2");
        write("b.jsonl", "b1");
        BulkIngestion stopping = new BulkIngestion(index, Samples::passages, new BoilerplateLines());
        assertThatThrownBy(() -> stopping.take(List.of(elsewhere), (articles, read, inAll) -> {
                    if (articles == 2) {
                        Thread.ofVirtual().start(stopping::close);
                        awaitStop(stopping);
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(found()).containsExactlyInAnyOrder("a1#0", "a2#0");

        assertThat(bulk.take(List.of(elsewhere), UNTOLD)).isEqualTo(new Outcome(1, 1, 0, 0, 0, List.of()));
    }

    private static void awaitStop(BulkIngestion stopping) {
        while (!stopping.isStopping()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aPathThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> bulk.take(List.of(elsewhere.resolve("none.jsonl")), UNTOLD))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.jsonl");
    }

    @Test
    void tellsHowFarItIsWithinALargeFile() throws IOException {
        String[] ids = java.util.stream.IntStream.range(0, 3_000)
                .mapToObj(i -> "a" + i)
                .toArray(String[]::new);
        Path file = write("a.jsonl", ids);
        List<Long> read = new ArrayList<>();
        bulk.take(List.of(file), (articles, bytes, inAll) -> read.add(bytes));

        assertThat(read).isSorted().hasSizeGreaterThan(2).last().isEqualTo(Files.size(file));
    }
}
