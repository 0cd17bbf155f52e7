package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.dateline.index.ArticleSource.SourceFile;
import io.dateline.index.Ledger.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of {@link FolderSync}: reads files, removes what is gone, commits now and then, and counts. */
final class SyncPass<I extends ArticleIndex & Ledger> {

    private static final Logger log = LoggerFactory.getLogger(SyncPass.class);

    /** What a crash may cost to be read again. */
    private static final int MOST_UNCOMMITTED = 20_000;

    private static final Duration LONGEST_UNCOMMITTED = Duration.ofSeconds(30);

    /** So that a folder of small files is not entered file by file. */
    private static final int MOST_READ = 500;

    /** Some tenths of a second, for which whoever adds an article waits. */
    private static final int CUT_AT_ONCE = 200;

    private final ArticleSource source;
    private final I index;
    private final Function<Article, List<Passage>> splitter;
    private final LineLearning learning;
    private final BooleanSupplier stopped;
    private final Set<String> present;
    private final long life;
    private final KnownArticles known;
    private final ReadingProgress progress;

    /** Files that were read and whose articles may still be in the hands of the writers. */
    private final List<FileIntake> read = new ArrayList<>();

    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private @Nullable FileIntake current;
    private long bytesToRead;
    private long bytesRead;
    private int uncommitted;
    private long lastCommit = System.nanoTime();
    private boolean changedAnything;
    private int files;
    private int put;
    private int unchanged;
    private int removed;
    private int rejected;

    private record Failure(String articleId, FileIntake intake, String reason) {}

    /** @param present paths of all files there are */
    SyncPass(
            ArticleSource source,
            I index,
            Function<Article, List<Passage>> splitter,
            LineLearning learning,
            BooleanSupplier stopped,
            Set<String> present,
            ReadingProgress progress) {
        this.source = source;
        this.index = index;
        this.splitter = splitter;
        this.learning = learning;
        this.stopped = stopped;
        this.present = present;
        this.progress = progress;
        life = index.life();
        known = new KnownArticles(index.known());
        learning.start(known.size());
    }

    void read(List<SourceFile> toRead) {
        if (toRead.isEmpty()) {
            return;
        }
        bytesToRead += toRead.stream().mapToLong(SourceFile::bytes).sum();
        try (ArticleWriters writers = new ArticleWriters(index, splitter)) {
            for (SourceFile file : toRead) {
                read(file, writers);
                if (read.size() >= MOST_READ) {
                    settle(writers);
                }
            }
            settle(writers);
        }
    }

    private void read(SourceFile file, ArticleWriters writers) {
        FileIntake intake = new FileIntake(
                file, known, this::mayClaim, (article, of) -> put(article, file, of, writers), this::tellProgress);
        current = intake;
        readGuarded(file, intake);
        current = null;
        List<String> gone = new ArrayList<>(known.from(file.path()));
        gone.removeAll(intake.seen());
        remove(gone);
        read.add(intake);
        files++;
        bytesRead += file.bytes();
        unchanged += intake.unchanged();
        changedAnything = true;
        tellProgress();
    }

    private void tellProgress() {
        long articles = (long) put + unchanged + (current == null ? 0 : current.unchanged());
        progress.at(articles, bytesRead + (current == null ? 0 : current.bytesRead()), bytesToRead);
    }

    private boolean mayClaim(String origin) {
        return origin.equals(ArticleIndex.HTTP) || !source.covers(origin) || present.contains(origin);
    }

    private void readGuarded(SourceFile file, FileIntake intake) {
        try {
            source.read(file, intake);
        } catch (IndexWriteException | CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever is wrong with one file, or with its reader, the others are still taken up.
            log.error("Reading {} failed", file.path(), e);
            intake.reject(file.path(), "could not be read: " + e.getMessage());
        }
    }

    private void put(Article article, SourceFile file, FileIntake intake, ArticleWriters writers) {
        if (stopped.getAsBoolean()) {
            commit(writers);
            throw new CancellationException("Dateline is stopping");
        }
        learning.see(article, known.get(article.id()) == null);
        writers.put(article, file.path(), reason -> {
            log.error("Taking up article {} of {} failed", article.id(), file.path(), reason);
            failures.add(new Failure(article.id(), intake, String.valueOf(reason.getMessage())));
        });
        known.put(article.id(), new Known(file.path(), article.version()));
        changedAnything = true;
        put++;
        if (++uncommitted >= MOST_UNCOMMITTED || System.nanoTime() - lastCommit > LONGEST_UNCOMMITTED.toNanos()) {
            commit(writers);
        }
    }

    /** A file is entered only once all its articles are in the index, so that no commit can hold it without them. */
    private void settle(ArticleWriters writers) {
        writers.settle();
        for (Failure failure = failures.poll(); failure != null; failure = failures.poll()) {
            String file = failure.intake().file().path();
            failure.intake()
                    .reject(file, "article " + failure.articleId() + " could not be taken up: " + failure.reason());
            put--;
            // An older version is not kept.
            remove(List.of(failure.articleId()));
        }
        for (FileIntake intake : read) {
            index.enter(intake.entry(), life);
            intake.entry().rejections().forEach(rejection -> log.warn("{} {}", rejection.where(), rejection.why()));
            rejected += intake.rejected();
        }
        read.clear();
    }

    /** Removes the articles of files that are gone, and forgets these files. */
    void removeVanished(Set<String> entered) {
        for (String origin : known.origins()) {
            if (!mayClaim(origin)) {
                remove(List.copyOf(known.from(origin)));
            }
        }
        for (String path : entered) {
            if (source.covers(path) && !present.contains(path)) {
                index.forget(path);
                changedAnything = true;
            }
        }
    }

    private void remove(List<String> gone) {
        if (!gone.isEmpty()) {
            index.drop(gone);
            known.removeAll(gone);
            removed += gone.size();
            changedAnything = true;
        }
    }

    /** Articles that were cut before it was known which of their lines are boilerplate; their text and version stay. */
    void cutAgain() {
        if (put > 0) {
            learning.afterwards(known.size());
        }
        Set<String> ids = learning.cutBefore();
        if (ids.isEmpty()) {
            return;
        }
        log.info("{} articles are cut again without them", ids.size());
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size() && !stopped.getAsBoolean(); from += CUT_AT_ONCE) {
            index.cutAgain(all.subList(from, Math.min(from + CUT_AT_ONCE, all.size())), splitter);
        }
    }

    FolderSync.Report finish() {
        if (changedAnything) {
            index.commit(life);
        }
        return new FolderSync.Report(files, put, unchanged, removed, rejected);
    }

    boolean removedAny() {
        return removed > 0;
    }

    private void commit(ArticleWriters writers) {
        settle(writers);
        index.commit(life);
        uncommitted = 0;
        lastCommit = System.nanoTime();
    }
}
