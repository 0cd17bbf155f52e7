package io.dateline.channel.chat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where requests of a chat service wait after they were acknowledged. Taking one never blocks. Each has a virtual thread, so that those
 * that wait for an answer, a rate limit or the database do not keep the others. Thread-safe.
 */
public final class ChatInbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChatInbox.class);

    private static final int SECONDS_TO_CLOSE = 5;

    private final Semaphore room;
    private final int most;
    private volatile boolean closed;

    /** Something to do about a request. */
    public interface Work {

        void run() throws Exception;
    }

    /** @param most requests that are worked on or wait */
    public ChatInbox(int most) {
        this.room = new Semaphore(most);
        this.most = most;
    }

    /** False, and nothing is done, when there is no room. */
    public boolean offer(Work work) {
        if (closed || !room.tryAcquire()) {
            return false;
        }
        Thread.ofVirtual().name("chat").start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.error("A request of a chat could not be answered", e);
            } finally {
                room.release();
            }
        });
        return true;
    }

    /** How many are worked on or wait. */
    public int open() {
        return most - room.availablePermits();
    }

    /** Takes no more, and gives those it has a few seconds to say how they ended. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!room.tryAcquire(most, SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                LOG.warn("{} requests of chats were not answered before the end", open());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
