package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterIT {

    private static final int KILLS = 5;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedArticleIsThereAfterKillingTheProcessInTheMiddle() throws Exception {
        Random random = new Random(5);
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            next = 1 + runUntil(next + random.nextInt(20), next);
            try (FSDirectory directory = FSDirectory.open(folder.resolve("articles"));
                    CheckIndex check = new CheckIndex(directory)) {
                assertThat(check.checkIndex().clean).isTrue();
            }
            try (LuceneIndex index = LuceneIndex.open(folder, Samples.MODEL, Clock.systemUTC())) {
                for (int i = 0; i < next; i++) {
                    assertThat(index.article("a" + i))
                            .as("article a%d after kill %d", i, kill)
                            .isPresent();
                }
                assertThat(index.size().passages()).isEqualTo(2 * index.size().articles());
            }
        }
    }

    /** The last article that was acknowledged. */
    private int runUntil(int enough, int first) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        folder.toString(),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int last = -1;
        try (BufferedReader acknowledged = writer.inputReader()) {
            String line = acknowledged.readLine();
            while (line != null) {
                last = Integer.parseInt(line);
                if (last == enough) {
                    // Not destroyForcibly of the process itself, which closes what it has printed.
                    assertThat(writer.toHandle().destroyForcibly()).isTrue();
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
