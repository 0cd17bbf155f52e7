package io.dateline.fetching;

import java.time.Duration;

/**
 * When a feed is asked again: at its interval, after failures twice as late each time, a day at the most, and never at the same
 * moment as others.
 *
 * @param every the interval
 */
record PollSchedule(Duration every) {

    private static final Duration LATEST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;

    /** A fifth sooner to a fifth later. */
    private static final double JITTER = 0.2;

    /**
     * @param failures in a row
     * @param wanted how long the server asked to be left alone
     * @param random from 0 to 1
     */
    Duration next(int failures, Duration wanted, double random) {
        double seconds = every.toMillis() / 1000.0 * Math.pow(2, Math.min(failures, MOST_DOUBLINGS));
        double latest = Math.max(LATEST.toSeconds(), every.toSeconds());
        double spread = 1 - JITTER + 2 * JITTER * random;
        Duration next = Duration.ofMillis(Math.round(Math.min(seconds, latest) * spread * 1000));
        return next.compareTo(wanted) < 0 ? wanted : next;
    }
}
