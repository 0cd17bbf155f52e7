package io.dateline.channel.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So many calls within any minute. Thread-safe. */
final class SlackBudget {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int most;
    private final Deque<Instant> taken = new ArrayDeque<>();

    SlackBudget(int most) {
        this.most = most;
    }

    /** Takes a call, unless none is left. */
    synchronized boolean take(Instant now) {
        forget(now);
        return taken.size() < most && taken.add(now);
    }

    /** Counts a call that is made in any case. */
    synchronized void count(Instant now) {
        forget(now);
        taken.add(now);
    }

    private void forget(Instant now) {
        while (!taken.isEmpty() && !taken.getFirst().isAfter(now.minus(MINUTE))) {
            taken.removeFirst();
        }
    }
}
