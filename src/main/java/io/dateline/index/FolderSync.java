package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.BoilerplateLines;
import io.dateline.corpus.Passage;
import io.dateline.index.ArticleSource.SourceFile;
import io.dateline.index.Ledger.FileEntry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the index hold what the files hold, reading only files that are new or changed since they were last read to their
 * end. A file that is gone takes its articles with it. Of two files that hold an article of one id, the one that was there
 * first keeps it. Not for several threads at once.
 */
final class FolderSync<I extends ArticleIndex & Ledger> {

    private final ArticleSource source;
    private final I index;
    private final Function<Article, List<Passage>> splitter;
    private final LineLearning learning;
    private volatile boolean stopped;

    /** @param splitter leaves nothing out */
    FolderSync(ArticleSource source, I index, Function<Article, List<Passage>> splitter) {
        this(source, index, splitter, new BoilerplateLines());
    }

    /** @param boilerplate what the splitter leaves out, learned here */
    FolderSync(ArticleSource source, I index, Function<Article, List<Passage>> splitter, BoilerplateLines boilerplate) {
        this.source = source;
        this.index = index;
        this.splitter = splitter;
        learning = new LineLearning(index, boilerplate);
    }

    /**
     * @param files that were read
     * @param put articles that are new, or new in this version
     */
    record Report(int files, int put, int unchanged, int removed, int rejected) {}

    /** Makes {@link #run} end soon with a {@link java.util.concurrent.CancellationException}; what it did so far is kept. */
    void stop() {
        stopped = true;
    }

    boolean isStopping() {
        return stopped;
    }

    /** The same, telling how far it is in the log. */
    Report run() {
        return run(new ReadingEstimate());
    }

    /**
     * Compares and catches up.
     *
     * @throws java.io.UncheckedIOException if the files cannot be listed; the index is left as it is
     * @throws IndexWriteException if the index cannot be written; worth another try
     */
    Report run(ReadingProgress progress) {
        List<SourceFile> files = source.files();
        Set<String> present = files.stream().map(SourceFile::path).collect(Collectors.toSet());
        Map<String, FileEntry> entries = index.files();
        SyncPass<I> pass = new SyncPass<>(source, index, splitter, learning, () -> stopped, present, progress);
        pass.read(files.stream()
                .filter(file -> !file.fingerprint().equals(fingerprint(entries, file)))
                .toList());
        pass.removeVanished(entries.keySet());
        if (pass.removedAny()) {
            // Files that stood back for another may now have the article to themselves.
            Map<String, FileEntry> now = index.files();
            pass.read(files.stream().filter(file -> yielded(now, file)).toList());
        }
        pass.cutAgain();
        return pass.finish();
    }

    private static String fingerprint(Map<String, FileEntry> entries, SourceFile file) {
        FileEntry entry = entries.get(file.path());
        return entry == null ? "" : entry.fingerprint();
    }

    private static boolean yielded(Map<String, FileEntry> entries, SourceFile file) {
        FileEntry entry = entries.get(file.path());
        return entry != null && entry.yielded();
    }
}
