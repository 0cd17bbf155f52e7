package io.dateline.desk;

import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.answering.Question;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much each person may ask: so many questions within any minute, so many at a time. {@link Question#NOBODY} may ask without
 * limit, since that is everybody on a machine of one person. Thread-safe.
 */
final class Allowances {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final int atOnceEach;
    private final InstantSource clock;
    private final Map<String, Asker> askers = new HashMap<>();

    Allowances(DeskProperties limits, InstantSource clock) {
        this.perMinute = limits.perMinute();
        this.atOnceEach = limits.atOnceEach();
        this.clock = clock;
    }

    private static final class Asker {

        private final Deque<Instant> asked = new ArrayDeque<>();
        private int running;
    }

    /** Counts a question that is about to run, unless the person asked too much: then says so, and counts nothing. */
    synchronized Optional<Failed> take(String owner) {
        if (owner.equals(Question.NOBODY)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        forget(now);
        Asker asker = askers.computeIfAbsent(owner, key -> new Asker());
        if (asker.running >= atOnceEach) {
            return Optional.of(Failures.tooManyAtOnce(atOnceEach));
        }
        if (asker.asked.size() >= perMinute) {
            Duration wait = Duration.between(now, asker.asked.getFirst().plus(MINUTE));
            return Optional.of(Failures.tooManyAMinute(perMinute, Math.max(1, wait.toSeconds())));
        }
        asker.asked.add(now);
        asker.running++;
        return Optional.empty();
    }

    /** A question that was counted does not run any more. */
    synchronized void ended(String owner) {
        Asker asker = askers.get(owner);
        if (asker != null) {
            asker.running--;
        }
    }

    /** Nothing is kept of who has not asked for a minute. */
    private void forget(Instant now) {
        Instant oldest = now.minus(MINUTE);
        askers.values().removeIf(asker -> {
            while (!asker.asked.isEmpty() && !asker.asked.getFirst().isAfter(oldest)) {
                asker.asked.removeFirst();
            }
            return asker.asked.isEmpty() && asker.running == 0;
        });
    }
}
