package io.dateline.channel.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Lets so many questions of a thread, or of a person, through at a time, in the order in which they come; the others wait.
 * Thread-safe.
 */
public final class ChatTurns {

    private final int atOnce;
    private final Map<String, Line> lines = new HashMap<>();

    /** @param atOnce questions with one key that go on at a time */
    public ChatTurns(int atOnce) {
        this.atOnce = atOnce;
    }

    private static final class Line {

        private final Semaphore free;
        private int wanted;

        Line(int atOnce) {
            this.free = new Semaphore(atOnce, true);
        }
    }

    /** The right to go on. */
    public interface Turn {

        /** Lets the next one go on. */
        void end();
    }

    /** Waits until it is the caller's turn, which they have until they end it. */
    public Turn take(String key) throws InterruptedException {
        Line line;
        synchronized (lines) {
            line = lines.computeIfAbsent(key, any -> new Line(atOnce));
            line.wanted++;
        }
        try {
            line.free.acquire();
        } catch (InterruptedException e) {
            leave(key, line);
            throw e;
        }
        return () -> {
            line.free.release();
            leave(key, line);
        };
    }

    private void leave(String key, Line line) {
        synchronized (lines) {
            line.wanted--;
            if (line.wanted == 0) {
                lines.remove(key);
            }
        }
    }
}
