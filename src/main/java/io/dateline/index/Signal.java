package io.dateline.index;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes a thread that waits for work. Several calls while it works count as one. Thread-safe. */
final class Signal {

    private final Semaphore permits = new Semaphore(0);

    void give() {
        permits.release();
    }

    /** Returns when a signal was given since the last call, or when the time is over. */
    void await(Duration longest) throws InterruptedException {
        if (permits.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            permits.drainPermits();
        }
    }
}
