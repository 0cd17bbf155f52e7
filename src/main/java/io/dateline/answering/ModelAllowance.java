package io.dateline.answering;

import io.dateline.answering.ModelFault.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How much the language model may be asked by all together: so many questions within any minute, so many tokens on a day of the
 * server's time zone. Counted since the program started. Thread-safe.
 */
final class ModelAllowance {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int questionsPerMinute;
    private final long tokensPerDay;
    private final InstantSource clock;
    private final Deque<Instant> asked = new ArrayDeque<>();
    private LocalDate day = LocalDate.MIN;
    private long tokens;

    ModelAllowance(int questionsPerMinute, long tokensPerDay, InstantSource clock) {
        this.questionsPerMinute = questionsPerMinute;
        this.tokensPerDay = tokensPerDay;
        this.clock = clock;
    }

    /** Counts a question that is about to be asked. */
    synchronized void take() throws ModelFault {
        Instant now = clock.instant();
        turnDay(now);
        if (tokens >= tokensPerDay) {
            throw new ModelFault(
                    Reason.OVER_ALLOWANCE, tokens + " of " + tokensPerDay + " tokens of today have been used");
        }
        while (!asked.isEmpty() && !asked.getFirst().isAfter(now.minus(MINUTE))) {
            asked.removeFirst();
        }
        if (asked.size() >= questionsPerMinute) {
            throw new ModelFault(
                    Reason.OVER_ALLOWANCE, questionsPerMinute + " questions were asked within the last minute");
        }
        asked.add(now);
    }

    /** Counts what an answer cost. */
    synchronized void spend(Answer.Tokens used) {
        turnDay(clock.instant());
        tokens += used.input() + used.output();
    }

    private void turnDay(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
        if (!today.equals(day)) {
            day = today;
            tokens = 0;
        }
    }
}
