package io.dateline.index;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Lucene index with its writer and its searchers. Thread-safe. What was written is seen by all reading that begins afterwards;
 * a {@link #search} does not wait for that while much is written at once. When writing fails, as on a full disk, what was not committed is given up, the last commit goes on being
 * searched, and the next write tries again.
 */
final class LuceneStore implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(LuceneStore.class);

    /** Under this name a commit says by which format it was written. */
    static final String FORMAT = "dateline.format";

    private static final long ANY_LIFE = -1;

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    /** Writes that nobody has seen yet. To show them takes longer than a search, and as many are there again after it. */
    private static final int BULK = 50;

    private static final long BULK_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** While much is written: each refresh leaves segments, which are to be searched and merged. */
    private static final long BETWEEN_REFRESHES_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Directory directory;
    private final Supplier<IndexWriterConfig> configuration;
    private final SearcherFactory searchers;
    private final ReadWriteLock opening = new ReentrantReadWriteLock();
    private final AtomicLong written = new AtomicLong();
    private final AtomicBoolean refreshAwaited = new AtomicBoolean();
    private volatile long visible;
    private volatile long lastBulk = System.nanoTime() - BULK_NANOS;
    private volatile long lastRefresh = System.nanoTime() - BETWEEN_REFRESHES_NANOS;

    /** Refreshing writes; on a thread of its own, so that interrupting one who asks does not close the files being written. */
    private final ExecutorService refreshing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("index-refresh").daemon().factory());

    private volatile Opened opened;
    private final AtomicLong life = new AtomicLong();

    private record Opened(IndexWriter writer, SearcherManager manager) {}

    /**
     * Opens the index in the directory, or makes an empty one with a first commit.
     *
     * @param configuration for each writer that is opened: Lucene takes one only once
     * @param format written into the first commit
     */
    LuceneStore(
            Directory directory, Supplier<IndexWriterConfig> configuration, SearcherFactory searchers, String format)
            throws IOException {
        this.directory = directory;
        this.configuration = configuration;
        this.searchers = searchers;
        boolean isNew = !DirectoryReader.indexExists(directory);
        opened = open();
        if (isNew) {
            IndexWriter writer = opened.writer();
            writer.setLiveCommitData(Map.of(FORMAT, format).entrySet());
            writer.commit();
        }
    }

    private Opened open() throws IOException {
        IndexWriter writer = new IndexWriter(directory, configuration.get().setMergeScheduler(new MergeThreads()));
        return new Opened(writer, new SearcherManager(writer, searchers));
    }

    interface Writing {
        void to(IndexWriter writer) throws IOException;
    }

    interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    /** Changes when what was not committed is given up. */
    long life() {
        return life.get();
    }

    /** @throws IndexWriteException if the index could not be written; nothing that was not committed is there then */
    void write(Writing writing) {
        write(writing, ANY_LIFE);
    }

    /** @throws IndexWriteException also if what was written in the given life was given up before it was committed */
    void write(Writing writing, long expectedLife) {
        try {
            reopenIfBroken();
            opening.readLock().lock();
            try {
                if (expectedLife != ANY_LIFE && expectedLife != life.get()) {
                    throw new IOException("what was written just before was lost");
                }
                writing.to(opened.writer());
                written.incrementAndGet();
            } finally {
                opening.readLock().unlock();
            }
        } catch (IOException | IllegalStateException e) {
            // Lucene says IllegalStateException, or AlreadyClosedException which is one, when an earlier write broke
            // the writer.
            giveUpUncommitted();
            throw IndexWriteException.because(e);
        }
    }

    void commit() {
        commit(ANY_LIFE);
    }

    /** @throws IndexWriteException also if what was written in the given life was given up */
    void commit(long expectedLife) {
        write(
                writer -> {
                    flushMuch(writer, CORES);
                    writer.commit();
                },
                expectedLife);
        awaitRefresh(written.get());
    }

    /** Reads from what is there at this moment. */
    <T> T read(Reading<T> reading) {
        awaitRefresh(written.get());
        return readLastSeen(reading);
    }

    /**
     * The same, but while more than {@value #BULK} writes at once wait to be seen, and for a second after that, reads from what was seen
     * last, some two seconds ago, or committed.
     */
    <T> T search(Reading<T> reading) {
        refresh();
        return readLastSeen(reading);
    }

    /**
     * The same, but waits for nothing: what was written is seen at the latest by a search some two seconds after it, or once it is
     * committed.
     */
    <T> T searchLastSeen(Reading<T> reading) {
        refreshBehind(written.get());
        return readLastSeen(reading);
    }

    /** Reads from what an earlier {@link #read} saw, or newer: cheap in the middle of many writes. */
    <T> T readLastSeen(Reading<T> reading) {
        try {
            Lease lease = lease();
            try {
                return reading.from(lease.searcher());
            } finally {
                lease.manager().release(lease.searcher());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read: " + e.getMessage(), e);
        }
    }

    private record Lease(SearcherManager manager, IndexSearcher searcher) {}

    private Lease lease() throws IOException {
        while (true) {
            SearcherManager manager = opened.manager();
            try {
                return new Lease(manager, manager.acquire());
            } catch (AlreadyClosedException e) {
                if (manager.equals(opened.manager())) {
                    throw e;
                }
                // The index was opened again at this very moment: ask its new manager.
            }
        }
    }

    private void refresh() {
        long before = written.get();
        if (before - visible > BULK) {
            lastBulk = System.nanoTime();
        }
        if (System.nanoTime() - lastBulk >= BULK_NANOS) {
            awaitRefresh(before);
        } else {
            refreshBehind(before);
        }
    }

    private void refreshBehind(long before) {
        if (visible < before
                && System.nanoTime() - lastRefresh >= BETWEEN_REFRESHES_NANOS
                && refreshAwaited.compareAndSet(false, true)) {
            refreshing.execute(() -> {
                refreshAwaited.set(false);
                refreshTo(written.get(), 1);
            });
        }
    }

    private void awaitRefresh(long before) {
        if (visible >= before) {
            return;
        }
        try {
            refreshing.submit(() -> refreshTo(before, CORES)).get();
        } catch (InterruptedException e) {
            // Whoever asked does not wait for the answer any more: what was seen before is good enough.
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the index could not be refreshed", e);
        }
    }

    private void refreshTo(long before, int cores) {
        if (visible >= before) {
            return;
        }
        try {
            flushMuch(opened.writer(), cores);
            opened.manager().maybeRefreshBlocking();
            visible = before;
            lastRefresh = System.nanoTime();
        } catch (IOException | IllegalStateException e) {
            log.warn(
                    "The index cannot show what was written last, going on with what it showed before: {}",
                    e.toString());
            giveUpUncommitted();
        }
    }

    /** Lucene's refresh and commit write out what each thread has gathered by themselves, one after the other. */
    private void flushMuch(IndexWriter writer, int cores) throws IOException {
        if (cores == 1 || written.get() - visible <= BULK) {
            return;
        }
        try {
            IntStream.range(0, cores).parallel().forEach(core -> {
                try {
                    writer.flushNextBuffer();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void giveUpUncommitted() {
        try {
            reopenIfBroken();
        } catch (IOException | IllegalStateException e) {
            log.warn("The index cannot be opened for writing yet, it is still searched: {}", e.toString());
        }
    }

    private void reopenIfBroken() throws IOException {
        if (opened.writer().isOpen()) {
            return;
        }
        opening.writeLock().lock();
        try {
            Opened broken = opened;
            if (!broken.writer().isOpen()) {
                opened = open();
                life.incrementAndGet();
                broken.manager().close();
                log.info("The index was opened again at its last commit");
            }
        } finally {
            opening.writeLock().unlock();
        }
    }

    /** Commits and closes. What cannot be committed is given up. */
    @Override
    public void close() throws IOException {
        refreshing.close();
        opening.writeLock().lock();
        try {
            opened.manager().close();
            if (opened.writer().isOpen()) {
                closeOrRollBack(opened.writer());
            }
        } finally {
            opening.writeLock().unlock();
            directory.close();
        }
    }

    private static void closeOrRollBack(IndexWriter writer) throws IOException {
        try {
            writer.close();
        } catch (IOException | IllegalStateException e) {
            log.warn("What was written last could not be kept: {}", e.toString());
            writer.rollback();
        }
    }

    /** Closes as a crash does: what was not committed is lost. */
    void closeWithoutCommit() throws IOException {
        refreshing.close();
        opened.manager().close();
        opened.writer().rollback();
        directory.close();
    }
}
