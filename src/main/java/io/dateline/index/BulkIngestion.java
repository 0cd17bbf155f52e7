package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.BoilerplateLines;
import io.dateline.corpus.Passage;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes up files and folders that lie outside of the article folder, once and while somebody waits. What was read to its end and
 * did not change is not read again, so that the same call goes on where an earlier one was stopped. Thread-safe; one at a time.
 */
public final class BulkIngestion implements AutoCloseable {

    private final LuceneIndex index;
    private final Function<Article, List<Passage>> splitter;
    private final BoilerplateLines boilerplate;
    private final ReentrantLock one = new ReentrantLock();
    private volatile @Nullable FolderSync<LuceneIndex> running;
    private volatile boolean stopped;

    BulkIngestion(LuceneIndex index, Function<Article, List<Passage>> splitter, BoilerplateLines boilerplate) {
        this.index = index;
        this.splitter = splitter;
        this.boilerplate = boilerplate;
    }

    /**
     * @param files that were read
     * @param added articles that are new, or new in this version
     * @param removed articles of files that are gone, or that no longer hold them
     * @param rejections of the files named, the earlier ones of unchanged files included
     */
    public record Outcome(int files, int added, int unchanged, int removed, int rejected, List<Rejection> rejections) {}

    /**
     * @throws java.io.UncheckedIOException if a path is not there
     * @throws IndexWriteException if the index cannot be written; what was committed is kept
     * @throws java.util.concurrent.CancellationException if it was stopped; what was read is kept
     */
    public Outcome take(List<Path> paths, ReadingProgress progress) {
        one.lock();
        try {
            NamedFiles files = new NamedFiles(paths);
            FolderSync<LuceneIndex> sync = new FolderSync<>(files, index, splitter, boilerplate);
            running = sync;
            if (stopped) {
                sync.stop();
            }
            FolderSync.Report report = sync.run(progress);
            List<Rejection> rejections = index.files().values().stream()
                    .filter(entry -> files.covers(entry.path()))
                    .sorted(Comparator.comparing(Ledger.FileEntry::path))
                    .flatMap(entry -> entry.rejections().stream())
                    .toList();
            return new Outcome(
                    report.files(), report.put(), report.unchanged(), report.removed(), report.rejected(), rejections);
        } finally {
            running = null;
            one.unlock();
        }
    }

    boolean isStopping() {
        FolderSync<LuceneIndex> sync = running;
        return sync != null && sync.isStopping();
    }

    /** Stops what is running after the articles in hand, and waits for its end. */
    @Override
    public void close() {
        stopped = true;
        FolderSync<LuceneIndex> sync = running;
        if (sync != null) {
            sync.stop();
        }
        one.lock();
        try {
            running = null;
        } finally {
            one.unlock();
        }
    }
}
