package io.dateline.fetching;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One request at a time for a host. Some hosts share a turn, so that their number needs no bound. Thread-safe. */
final class HostTurns {

    private static final int TURNS = 64;

    private final ReentrantLock[] turns = new ReentrantLock[TURNS];

    HostTurns() {
        Arrays.setAll(turns, i -> new ReentrantLock());
    }

    /**
     * Waits for the turn, and takes it until it is unlocked.
     *
     * @throws FetchException if the turn does not come in time
     */
    Lock take(String host, Duration patience) throws FetchException, InterruptedException {
        ReentrantLock turn = turns[Math.floorMod(host.toLowerCase(Locale.ROOT).hashCode(), TURNS)];
        if (!turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw FetchException.passing("is not called, since " + host + " is still busy with another request");
        }
        return turn;
    }
}
