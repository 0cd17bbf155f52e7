package io.dateline.index;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets those who search go before those who write: reading an archive takes every core that there is, and somebody waits for the search.
 * Under a steady stream of searches writing goes on half of the time. Thread-safe.
 */
final class RightOfWay {

    /** After each step of a search: until its next step has begun, or its hits are on their way. */
    static final Duration QUIET = Duration.ofMillis(40);

    static final Duration LONGEST_WAIT = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private final LongSupplier nanoTime;
    private final LongConsumer pause;
    private volatile long lastSearch;
    private volatile long freeUntil;

    RightOfWay() {
        this(System::nanoTime, LockSupport::parkNanos);
    }

    /** @param pause passes so many nanoseconds of {@code nanoTime}, more or less */
    RightOfWay(LongSupplier nanoTime, LongConsumer pause) {
        this.nanoTime = nanoTime;
        this.pause = pause;
        freeUntil = nanoTime.getAsLong();
        lastSearch = freeUntil - Duration.ofDays(1).toNanos();
    }

    /** Says that a step of a search begins. */
    void take() {
        lastSearch = nanoTime.getAsLong();
    }

    Duration sinceLastSearch() {
        return Duration.ofNanos(nanoTime.getAsLong() - lastSearch);
    }

    /** Waits while somebody searches, unless writing has waited as long just before. */
    void give() {
        long began = nanoTime.getAsLong();
        if (began - freeUntil < 0) {
            return;
        }
        long now = began;
        while (now - lastSearch < QUIET.toNanos() && now - began < LONGEST_WAIT.toNanos()) {
            pause.accept(BETWEEN_LOOKS.toNanos());
            now = nanoTime.getAsLong();
        }
        freeUntil = now + (now - began);
    }
}
