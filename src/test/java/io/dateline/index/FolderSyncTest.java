package io.dateline.index;

import static io.dateline.index.Samples.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.corpus.Article;
import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.ArticleReader;
import io.dateline.index.FolderSync.Report;
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

class FolderSyncTest {

    @TempDir
    Path indexFolder;

    @TempDir
    Path articleFolder;

    private LuceneIndex index;
    private Recorded source;

    @BeforeEach
    void list() {
        source = new Recorded();
    }

    @BeforeEach
    void open() {
        index = LuceneIndex.open(indexFolder, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        index.close();
    }

    /** The folder as the program reads it, noting which files are read. */
    private final class Recorded implements ArticleSource {

        private final ArticleSource folder = new FolderSource(new ArticleFolder(articleFolder));
        private final List<String> read = new ArrayList<>();

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
            read.add(file.path());
            folder.read(file, intake);
        }
    }

    /** The same folder; tells when the article was handed over. */
    private record StoppingAfter(ArticleSource source, String articleId, Runnable stop) implements ArticleSource {

        @Override
        public List<SourceFile> files() {
            return source.files();
        }

        @Override
        public boolean covers(String path) {
            return source.covers(path);
        }

        @Override
        public void read(SourceFile file, ArticleReader.Intake intake) {
            source.read(file, new ArticleReader.Intake() {
                @Override
                public void accept(Article article) {
                    intake.accept(article);
                    if (article.id().equals(articleId)) {
                        stop.run();
                    }
                }

                @Override
                public void reject(String where, String why) {
                    intake.reject(where, why);
                }
            });
        }
    }

    private Report sync() {
        source.read.clear();
        return new FolderSync<>(source, index, Samples::passages).run();
    }

    private void write(String name, String content) throws IOException {
        Path file = articleFolder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String line(String id, String text) {
        return "{\"id\":\"" + id + "\",\"title\":\"Title of " + id + "\",\"text\":\"" + text + "\"}\n";
    }

    private List<String> found(String words) {
        return ids(index.byWords(words, Filter.NONE, 100));
    }

    @Test
    void takesUpWhatTheFolderHolds() throws IOException {
        write("one.txt", "Storm hits Lisbon\n\nRoofs were torn off in Lisbon on Monday night.\n");
        write("feed.jsonl", line("x1", "Tariffs rise.") + line("x2", "Tariffs fall."));
        assertThat(sync()).isEqualTo(new Report(2, 3, 0, 0, 0));
        assertThat(found("tariffs")).containsExactly("x1#0", "x2#0");
        assertThat(found("roofs Lisbon")).isNotEmpty();
    }

    @Test
    void readsNothingAgainThatDidNotChangeEvenAfterARestart() throws IOException {
        write("feed.jsonl", line("x1", "Tariffs rise."));
        sync();
        assertThat(sync()).isEqualTo(new Report(0, 0, 0, 0, 0));
        close();
        open();
        write("new.jsonl", line("x2", "Tariffs fall."));
        assertThat(sync()).isEqualTo(new Report(1, 1, 0, 0, 0));
        assertThat(source.read).containsExactly("new.jsonl");
    }

    @Test
    void leavesWhatCameFromTheWebAlone() throws IOException {
        write("feed.jsonl", line("x1", "Tariffs rise."));
        FeedLedger feeds = new FeedLedger(index, Samples::passages, () -> {});
        feeds.take(Samples.article("w1", "Web", "Tariffs fall."), "https://news.example/w1", "1");
        feeds.commit();

        assertThat(sync()).isEqualTo(new Report(1, 1, 0, 0, 0));

        assertThat(found("tariffs")).containsExactlyInAnyOrder("x1#0", "w1#0");
        assertThat(feeds.versions()).containsEntry("https://news.example/w1", "1");
    }

    @Test
    void ofAChangedFileOnlyChangedArticlesAreIndexedAndThoseItLostAreRemoved() throws IOException {
        write("feed.jsonl", line("x1", "Tariffs rise.") + line("x2", "Tariffs fall.") + line("x3", "Tariffs end."));
        sync();
        write("feed.jsonl", line("x1", "Tariffs rise.") + line("x3", "Tariffs are gone for good."));
        assertThat(sync()).isEqualTo(new Report(1, 1, 1, 1, 0));
        assertThat(found("tariffs")).containsExactlyInAnyOrder("x1#0", "x3#0");
        assertThat(found("end")).isEmpty();
    }

    @Test
    void aFileThatIsGoneTakesItsArticlesWithIt() throws IOException {
        write("feed.jsonl", line("x1", "Tariffs rise."));
        write("other.jsonl", line("x2", "Tariffs fall."));
        sync();
        Files.delete(articleFolder.resolve("feed.jsonl"));
        assertThat(sync()).isEqualTo(new Report(0, 0, 0, 1, 0));
        assertThat(found("tariffs")).containsExactly("x2#0");
        assertThat(index.files()).containsOnlyKeys("other.jsonl");
    }

    @Test
    void anArticleThatCameOverHttpStays() throws IOException {
        Samples.put(index, Samples.article("posted", "Title", "Posted tariffs."));
        write("feed.jsonl", line("posted", "Tariffs of the file."));
        assertThat(sync().rejected()).isEqualTo(1);
        assertThat(found("posted")).containsExactly("posted#0");
        Files.delete(articleFolder.resolve("feed.jsonl"));
        sync();
        assertThat(found("posted")).containsExactly("posted#0");
    }

    @Test
    void aFolderThatIsGoneLosesNothing() throws IOException {
        write("feed.jsonl", line("x1", "Tariffs rise."));
        sync();
        Files.delete(articleFolder.resolve("feed.jsonl"));
        Files.delete(articleFolder);
        assertThatThrownBy(this::sync).isInstanceOf(UncheckedIOException.class);
        assertThat(found("tariffs")).containsExactly("x1#0");
        Files.createDirectories(articleFolder);
    }

    @Test
    void theSecondFileWithAnArticleIsRejectedByNameAndFollowsWhenTheFirstIsGone() throws IOException {
        write("a.jsonl", line("x1", "The first tariffs."));
        write("b.jsonl", line("x1", "The second tariffs.") + line("x2", "More tariffs."));
        assertThat(sync()).isEqualTo(new Report(2, 2, 0, 0, 1));
        assertThat(found("second")).isEmpty();
        assertThat(index.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.where()).isEqualTo("b.jsonl");
            assertThat(rejection.why()).contains("x1").contains("a.jsonl");
        });
        Files.delete(articleFolder.resolve("a.jsonl"));
        assertThat(sync()).isEqualTo(new Report(1, 1, 1, 1, 0));
        assertThat(found("second")).containsExactly("x1#0");
        assertThat(index.rejections()).isEmpty();
    }

    @Test
    void aRenamedFileKeepsItsArticles() throws IOException {
        write("old.jsonl", line("x1", "Tariffs rise."));
        sync();
        Files.move(articleFolder.resolve("old.jsonl"), articleFolder.resolve("new.jsonl"));
        sync();
        assertThat(found("tariffs")).containsExactly("x1#0");
        assertThat(index.files()).containsOnlyKeys("new.jsonl");
        assertThat(sync()).isEqualTo(new Report(0, 0, 0, 0, 0));
    }

    @Test
    void whatIsBadIsReportedByNameAndTheRestIsIndexed() throws IOException {
        write("feed.jsonl", line("x1", "Tariffs rise.") + "{not json\n" + line("x2", "Tariffs fall."));
        write("image.png", "\u0000\u0001");
        Report report = sync();
        assertThat(report.put()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(2);
        close();
        open();
        assertThat(index.rejections()).extracting(Rejection::where).containsExactly("feed.jsonl:2", "image.png");
    }

    @Test
    void aReaderThatFailsDoesNotKeepOtherFilesOut() throws IOException {
        write("a.jsonl", line("x1", "Tariffs rise."));
        write("b.jsonl", line("x2", "Tariffs fall."));
        ArticleSource failing = new ArticleSource() {
            @Override
            public List<SourceFile> files() {
                return source.files();
            }

            @Override
            public boolean covers(String path) {
                return source.covers(path);
            }

            @Override
            public void read(SourceFile file, ArticleReader.Intake intake) {
                if (file.path().equals("a.jsonl")) {
                    throw new IllegalStateException("a fault of the reader");
                }
                source.read(file, intake);
            }
        };
        assertThat(new FolderSync<>(failing, index, Samples::passages).run()).isEqualTo(new Report(2, 1, 0, 0, 1));
        assertThat(found("tariffs")).containsExactly("x2#0");
    }

    @Test
    void anArticleThatCannotBeIndexedDoesNotKeepTheOthersOfItsFileOut() throws IOException {
        write("feed.jsonl", line("x1", "Tariffs rise.") + line("x2", "Old tariffs.") + line("x3", "Tariffs end."));
        sync();
        write("feed.jsonl", line("x1", "Tariffs rise.") + line("x2", "New.") + line("x3", "Tariffs end now."));
        FolderSync<LuceneIndex> picky = new FolderSync<>(source, index, article -> {
            if (article.id().equals("x2")) {
                throw new IllegalStateException("a fault of the splitter");
            }
            return Samples.passages(article);
        });
        assertThat(picky.run()).isEqualTo(new Report(1, 1, 1, 1, 1));
        assertThat(found("tariffs")).containsExactlyInAnyOrder("x1#0", "x3#0");
        assertThat(index.rejections())
                .extracting(Rejection::why)
                .first()
                .asString()
                .contains("x2");
    }

    @Test
    void stoppedInTheMiddleItGoesOnAtTheNextStart() throws IOException {
        write("feed.jsonl", line("x1", "Tariffs rise.") + line("x2", "Tariffs fall.") + line("x3", "Tariffs end."));
        List<FolderSync<LuceneIndex>> itself = new ArrayList<>();
        itself.add(new FolderSync<>(
                new StoppingAfter(source, "x2", () -> itself.getFirst().stop()), index, Samples::passages));
        assertThatThrownBy(itself.getFirst()::run).isInstanceOf(CancellationException.class);
        assertThat(found("tariffs")).containsExactlyInAnyOrder("x1#0", "x2#0");
        assertThat(index.files()).isEmpty();
        assertThat(sync()).isEqualTo(new Report(1, 1, 2, 0, 0));
    }

    @Test
    void aCrashBeforeTheCommitCostsOnlyReadingAgain() throws IOException {
        write("feed.jsonl", line("x1", "Tariffs rise."));
        sync();
        write("late.jsonl", line("x2", "Tariffs fall."));
        Article late = Samples.article("x2", "Title", "Uncommitted.");
        index.put(late, Samples.passages(late), "late.jsonl");
        index.closeWithoutCommit();
        open();
        assertThat(sync()).isEqualTo(new Report(1, 1, 0, 0, 0));
        assertThat(found("tariffs")).containsExactlyInAnyOrder("x1#0", "x2#0");
    }
}
