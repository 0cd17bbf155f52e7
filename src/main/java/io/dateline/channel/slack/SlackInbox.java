package io.dateline.channel.slack;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests of Slack wait after they were acknowledged. Taking one never blocks. Each has a virtual thread, so that those
 * that wait for an answer, a rate limit or the database do not keep the others. Thread-safe.
 */
final class SlackInbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlackInbox.class);

    private static final int SECONDS_TO_CLOSE = 5;

    private final Semaphore room;
    private final int most;
    private volatile boolean closed;

    /** Something to do about a request. */
    interface Work {

        void run() throws Exception;
    }

    /** @param most requests that are worked on or wait */
    SlackInbox(int most) {
        this.room = new Semaphore(most);
        this.most = most;
    }

    /** False, and nothing is done, when there is no room. */
    boolean offer(Work work) {
        if (closed || !room.tryAcquire()) {
            return false;
        }
        Thread.ofVirtual().name("slack").start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.error("A request of Slack could not be answered", e);
            } finally {
                room.release();
            }
        });
        return true;
    }

    /** How many are worked on or wait. */
    int open() {
        return most - room.availablePermits();
    }

    /** Takes no more, and gives those it has a few seconds to say how they ended. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!room.tryAcquire(most, SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                LOG.warn("{} requests of Slack were not answered before the end", open());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
