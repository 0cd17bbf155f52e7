package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.ArticleFolder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code mvn verify -Dit.test=KilledWriterIT -Dkills=100} kills a hundred times. */
class KilledWriterIT {

    private static final Logger log = LoggerFactory.getLogger(KilledWriterIT.class);

    private static final int KILLS = Integer.getInteger("kills", 5);

    /** More than are read before the first kills, so that these meet the reading at any point. */
    private static final int IN_FILES = 20_000;

    private static final Duration LONGEST_RETURN = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final Random random = new Random(5);
    private int next;
    private Duration slowest = Duration.ZERO;

    @Test
    void everyAcknowledgedArticleIsThereAfterKillingTheProcessInTheMiddleOfReading() throws Exception {
        Path articles = Files.createDirectory(folder.resolve("files"));
        write(articles);
        Path indexes = folder.resolve("index");
        for (int kill = 0; kill < KILLS; kill++) {
            next = 1 + runUntil(next + random.nextInt(20), indexes, articles);
            try (FSDirectory directory = FSDirectory.open(indexes.resolve("articles"));
                    CheckIndex check = new CheckIndex(directory)) {
                assertThat(check.checkIndex().clean).isTrue();
            }
            checkAcknowledged(indexes, kill);
        }
        log.info("{} kills, {} articles acknowledged, searching again within {} ms", KILLS, next, slowest.toMillis());
        try (LuceneIndex index = LuceneIndex.open(indexes, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC())) {
            new FolderSync<>(new FolderSource(new ArticleFolder(articles)), index, Samples::passages).run();
            assertThat(index.size().articles()).isEqualTo(next + IN_FILES);
            assertThat(index.files()).hasSize(2);
        }
    }

    private static void write(Path articles) throws IOException {
        for (int file = 0; file < 2; file++) {
            try (BufferedWriter out = Files.newBufferedWriter(articles.resolve("feed" + file + ".jsonl"))) {
                for (int i = file; i < IN_FILES; i += 2) {
                    out.write("{\"id\":\"f%d\",\"title\":\"Title %d\",\"text\":\"Rivers rise by %d.\"}\n"
                            .formatted(i, i, i));
                }
            }
        }
    }

    private void checkAcknowledged(Path indexes, int kill) {
        long began = System.nanoTime();
        try (LuceneIndex index = LuceneIndex.open(indexes, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC())) {
            assertThat(index.byWords("tariffs", Filter.NONE, 1)).hasSize(1);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            assertThat(took).isLessThan(LONGEST_RETURN);
            for (int i = 0; i < next; i++) {
                assertThat(index.article("a" + i))
                        .as("article a%d after kill %d", i, kill)
                        .isPresent();
            }
            // A file is entered only with all its articles.
            int read = index.files().size() * IN_FILES / 2;
            assertThat(index.known().values())
                    .filteredOn(known -> index.files().containsKey(known.origin()))
                    .hasSize(read);
        }
    }

    /** The last article that was acknowledged. */
    private int runUntil(int enough, Path indexes, Path articles) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        indexes.toString(),
                        articles.toString(),
                        String.valueOf(next))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int last = -1;
        try (BufferedReader acknowledged = writer.inputReader()) {
            String line = acknowledged.readLine();
            while (line != null) {
                // The process logs to the same output.
                last = line.matches("\\d+") ? Integer.parseInt(line) : last;
                if (last == enough) {
                    // Not destroyForcibly of the process itself, which closes what it has printed.
                    writer.toHandle().destroyForcibly();
                }
                line = acknowledged.readLine();
            }
        } finally {
            writer.destroyForcibly();
            assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        return last;
    }
}
