package io.dateline.desk;

import io.dateline.answering.AnswerEvent;
import io.dateline.answering.Question;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The events of one question in the order they happened, numbered from 1 without gaps. It grows until a
 * {@link AnswerEvent.Terminal terminal} event ends it. Thread-safe; any number of followers read it, each at its own pace, and
 * see the same.
 */
public final class AnswerLog {

    private final String id;
    private final String owner;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private boolean ended;
    private boolean restored;
    private long weight;

    AnswerLog(String id, String owner) {
        this.id = id;
        this.owner = owner;
    }

    /**
     * An event and its place.
     *
     * @param seq from 1
     */
    public record Entry(int seq, AnswerEvent event) {

        public boolean isLast() {
            return event instanceof AnswerEvent.Terminal;
        }
    }

    /** Adds the event; false, and nothing happens, when the log has ended. */
    boolean add(AnswerEvent event) {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            entries.add(new Entry(entries.size() + 1, event));
            weight += weight(event);
            ended = event instanceof AnswerEvent.Terminal;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
        return true;
    }

    /** Ends the log with what the database kept of the question; the steps on the way are no longer known. */
    void restore(AnswerEvent.Terminal end) {
        lock.lock();
        try {
            restored = true;
        } finally {
            lock.unlock();
        }
        add(end);
    }

    /** Whose question it is, see {@link Question#owner()}. */
    String owner() {
        return owner;
    }

    /** The id of the question. */
    public String id() {
        return id;
    }

    /** The event that comes after number {@code seq}, if it has happened. */
    public Optional<Entry> after(int seq) {
        lock.lock();
        try {
            return seq >= entries.size() ? Optional.empty() : Optional.of(entries.get(seq));
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #after}, but waits for it; empty when it did not come for so long. */
    public Optional<Entry> await(int seq, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (seq >= entries.size() && left > 0) {
                left = grown.awaitNanos(left);
            }
            return after(seq);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Where to go on for somebody who has seen the events up to {@code seq}: there, or at the beginning when the numbers of this
     * log are not those of the log they have seen.
     */
    public int resumeAfter(int seq) {
        lock.lock();
        try {
            return restored || seq > entries.size() ? 0 : seq;
        } finally {
            lock.unlock();
        }
    }

    /** Whether event number {@code seq} is the last. */
    public boolean endsAt(int seq) {
        lock.lock();
        try {
            return ended && seq >= entries.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Has the listener called after every event from now on, on the thread that adds it, so it must be quick; it may be called
     * more often than there are events.
     */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public void unlisten(Runnable listener) {
        listeners.remove(listener);
    }

    static long weight(AnswerEvent event) {
        return event.toString().length();
    }

    /** How much it holds, in characters. */
    long weight() {
        lock.lock();
        try {
            return weight;
        } finally {
            lock.unlock();
        }
    }
}
