package io.dateline.index;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the index in step with the article folder, on a thread of its own. Thread-safe. */
public final class Ingestion implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Ingestion.class);

    /** So that a small collection is there before the first question can be asked. */
    private static final Duration FIRST_RUN = Duration.ofSeconds(2);

    /** The folder's watch says when something changed; this is for what it might have missed. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final FolderSync<?> sync;
    private final Ledger ledger;
    private final Runnable afterwards;
    private final Duration betweenTries;
    private final Thread thread = Thread.ofPlatform().name("ingestion").daemon().unstarted(this::keepUp);
    private final Signal changes = new Signal();
    private final CountDownLatch firstRun = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile @Nullable ReadingEstimate reading;
    private volatile @Nullable String problem;

    /**
     * @param afterwards runs after each run
     * @param betweenTries how long to wait after a run that did not
     */
    Ingestion(FolderSync<?> sync, Ledger ledger, Runnable afterwards, Duration betweenTries) {
        this.sync = sync;
        this.ledger = ledger;
        this.afterwards = afterwards;
        this.betweenTries = betweenTries;
    }

    /**
     * @param running whether files are being read at this moment
     * @param awaited about how many articles of them are still to be read
     * @param problem why the index could not be brought up to date the last time; null if it could
     */
    public record Status(
            boolean running, long awaited, @Nullable String problem) {}

    public Status status() {
        ReadingEstimate now = reading;
        return new Status(now != null, now == null ? 0 : now.awaited(), problem);
    }

    /** What the files hold that could not be taken up, by file. */
    public List<Rejection> rejections() {
        return ledger.rejections();
    }

    /** Begins, and waits a moment for the first run. */
    void start() throws InterruptedException {
        thread.start();
        if (!firstRun.await(FIRST_RUN.toMillis(), TimeUnit.MILLISECONDS)) {
            log.info("Articles are still being read; those that have been read can be asked about");
        }
    }

    /** Says that files may have changed. */
    public void changed() {
        changes.give();
    }

    private void keepUp() {
        try {
            while (!stopped) {
                boolean inStep = catchUp();
                firstRun.countDown();
                changes.await(inStep ? BETWEEN_LOOKS : betweenTries);
            }
        } catch (CancellationException e) {
            log.info("Reading articles was interrupted; it goes on at the next start");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean catchUp() {
        ReadingEstimate estimate = new ReadingEstimate();
        reading = estimate;
        try {
            report(sync.run(estimate));
            problem = null;
            return true;
        } catch (IndexWriteException e) {
            return failed(e);
        } catch (UncheckedIOException e) {
            Throwable cause = e.getCause();
            return failed(cause == null ? e : cause);
        } finally {
            reading = null;
            afterwards.run();
        }
    }

    private boolean failed(Throwable reason) {
        problem = reason.getMessage();
        log.warn(
                "Articles cannot be taken up for now, trying again in {} s: {}",
                betweenTries.toSeconds(),
                reason.getMessage());
        return false;
    }

    private static void report(FolderSync.Report report) {
        if (report.files() > 0 || report.removed() > 0) {
            log.info(
                    "Read {} files: {} articles new or changed, {} unchanged, {} removed, {} rejected",
                    report.files(),
                    report.put(),
                    report.unchanged(),
                    report.removed(),
                    report.rejected());
        }
    }

    /** Ends after the article in hand, and keeps what was read. */
    @Override
    public void close() {
        stopped = true;
        sync.stop();
        changes.give();
        try {
            // No interrupt: it would close the files that Lucene is writing.
            if (thread.isAlive() && !thread.join(LONGEST_STOP)) {
                log.warn("The article in hand is not finished; it is read again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
