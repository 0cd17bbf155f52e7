package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Cuts articles into passages and puts them into an index, on a thread for each core, while the caller reads the next ones. For
 * one calling thread, which must not hand over two versions of one article without {@link #settle} between them.
 */
final class ArticleWriters implements AutoCloseable {

    /** More do not help: one thread reads the files. */
    private static final int MOST_THREADS = 8;

    /** In hand for each thread: a thread does not wait for the reader, and few articles are held in memory. */
    private static final int IN_HAND = 4;

    private final ArticleIndex index;
    private final Function<Article, List<Passage>> splitter;
    private final int mostInHand;
    private final ExecutorService threads;
    private final Deque<Future<?>> inHand = new ArrayDeque<>();

    ArticleWriters(ArticleIndex index, Function<Article, List<Passage>> splitter) {
        this.index = index;
        this.splitter = splitter;
        int count = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        mostInHand = count * IN_HAND;
        // Nobody interrupts them: that would close the files that Lucene is writing.
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("articles-", 1).daemon().factory());
    }

    interface Failed {

        /** Called on one of the writing threads. */
        void because(RuntimeException reason);
    }

    /**
     * Hands over an article; waits while too many are in hand.
     *
     * @param failed told if this article could not be cut or written for another reason than that the index cannot be written
     * @throws IndexWriteException if an earlier one could not be written
     */
    void put(Article article, String origin, Failed failed) {
        while (inHand.size() >= mostInHand) {
            await(inHand.remove());
        }
        inHand.add(threads.submit(() -> write(article, origin, failed)));
    }

    private void write(Article article, String origin, Failed failed) {
        try {
            index.put(article, splitter.apply(article), origin);
        } catch (IndexWriteException e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever is wrong with one article, the others are still taken up.
            failed.because(e);
        }
    }

    /**
     * Waits until all that was handed over is written.
     *
     * @throws IndexWriteException if something could not be written
     */
    void settle() {
        while (!inHand.isEmpty()) {
            await(inHand.remove());
        }
    }

    private static void await(Future<?> written) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    written.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unwrapped(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    /** Waits for what is in hand, whatever becomes of it. */
    @Override
    public void close() {
        threads.close();
    }
}
