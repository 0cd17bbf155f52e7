package io.dateline.index;

import static io.dateline.index.Samples.article;
import static io.dateline.index.Samples.ids;
import static io.dateline.index.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {

    private final FullDisk disk = new FullDisk(new ByteBuffersDirectory());

    private LuceneIndex index;

    @BeforeEach
    void open() throws IOException {
        index = new LuceneIndex(disk, new ByteBuffersDirectory(), Samples.MODEL, Integer.MAX_VALUE, () -> {});
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void theLastCommitIsStillSearchedAndWritingGoesOnWhenThereIsRoomAgain() {
        put(index, article("a", "Title", "Committed tariffs."));
        index.commit();
        disk.full = true;
        assertThatThrownBy(() -> {
                    put(index, article("b", "Title", "More tariffs."));
                    index.commit();
                })
                .isInstanceOf(IndexWriteException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("make room");
        assertThat(ids(index.byWords("tariffs", Filter.NONE, 10))).contains("a#0");
        assertThat(index.article("a")).isPresent();
        disk.full = false;
        put(index, article("b", "Title", "More tariffs."));
        index.commit();
        assertThat(ids(index.byWords("tariffs", Filter.NONE, 10))).containsExactlyInAnyOrder("a#0", "b#0");
    }

    @Test
    void aSearchThatCannotShowWhatWasPutLastShowsWhatWasThereBefore() {
        put(index, article("a", "Title", "Committed tariffs."));
        index.commit();
        put(index, article("b", "Title", "More tariffs."));
        disk.full = true;
        assertThat(ids(index.byWords("tariffs", Filter.NONE, 10))).containsExactly("a#0");
        assertThat(ids(index.byWords("tariffs", Filter.NONE, 10))).containsExactly("a#0");
        disk.full = false;
        put(index, article("b", "Title", "More tariffs."));
        assertThat(ids(index.byWords("tariffs", Filter.NONE, 10))).containsExactlyInAnyOrder("a#0", "b#0");
    }

    @Test
    void aCommitSaysThatWhatItWasToKeepWasGivenUpInTheMeantime() {
        long life = index.life();
        put(index, article("a", "Title", "Tariffs."));
        giveUpUncommitted();
        assertThatThrownBy(() -> index.commit(life)).isInstanceOf(IndexWriteException.class);
        assertThat(index.article("a")).isEmpty();
    }

    /** As when the disk was full for a moment and somebody else met it. */
    private void giveUpUncommitted() {
        disk.full = true;
        assertThatThrownBy(() -> {
                    put(index, article("other", "Title", "Other tariffs."));
                    index.commit();
                })
                .isInstanceOf(IndexWriteException.class);
        disk.full = false;
    }

    @Test
    void aFileWhoseArticlesWereGivenUpInTheMeantimeIsReadAgain(@TempDir Path articles) throws Exception {
        Files.writeString(articles.resolve("a.txt"), "A headline of some length\n\nTariffs rise.\n");
        FolderSource folder = new FolderSource(new ArticleFolder(articles));
        ArticleSource disturbed = new ArticleSource() {
            @Override
            public List<SourceFile> files() {
                return folder.files();
            }

            @Override
            public boolean covers(String path) {
                return folder.covers(path);
            }

            @Override
            public void read(SourceFile file, ArticleReader.Intake intake) {
                folder.read(file, intake);
                awaitPut();
                giveUpUncommitted();
            }
        };
        assertThatThrownBy(new FolderSync<>(disturbed, index, Samples::passages)::run)
                .isInstanceOf(IndexWriteException.class);
        assertThat(index.files()).isEmpty();
        assertThat(new FolderSync<>(folder, index, Samples::passages).run().put())
                .isEqualTo(1);
        assertThat(ids(index.byWords("tariffs", Filter.NONE, 1))).containsExactly("a#0");
    }

    private void awaitPut() {
        while (index.size().articles() == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void ingestionSaysSoAndTriesAgain(@TempDir Path articles) throws Exception {
        Files.writeString(articles.resolve("storm.txt"), "Storm hits Lisbon\n\nRoofs were torn off in Lisbon.\n");
        CountDownLatch tries = new CountDownLatch(3);
        disk.full = true;
        FolderSync<LuceneIndex> sync =
                new FolderSync<>(new FolderSource(new ArticleFolder(articles)), index, Samples::passages);
        CountDownLatch done = new CountDownLatch(1);
        Runnable afterwards = () -> {
            tries.countDown();
            if (index.size().articles() == 1) {
                done.countDown();
            }
        };
        try (Ingestion ingestion = new Ingestion(sync, index, afterwards, Duration.ofMillis(20))) {
            ingestion.start();
            assertThat(tries.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ingestion.status().problem()).contains("No space left on device");
            assertThat(index.size().articles()).isZero();
            disk.full = false;
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(ingestion.status().problem()).isNull();
        }
        assertThat(index.byWords("roofs", Filter.NONE, 10)).isNotEmpty();
    }
}
