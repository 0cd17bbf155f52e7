package io.dateline.desk;

import io.dateline.answering.AnswerEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The logs in memory: of every question that runs, and of those that ended a while ago, the oldest of which go first when they
 * get too many. Thread-safe.
 */
final class AnswerLogs {

    private final DeskProperties limits;
    private final InstantSource clock;
    private final Map<String, AnswerLog> logs = new ConcurrentHashMap<>();
    private final Deque<Ended> ended = new ArrayDeque<>();
    private long endedWeight;

    AnswerLogs(DeskProperties limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    private record Ended(AnswerLog log, long weight, Instant at) {}

    /** Keeps the log, unless there is one of the same question: then returns that one. */
    @Nullable
    AnswerLog putIfAbsent(AnswerLog log) {
        return logs.putIfAbsent(log.id(), log);
    }

    Optional<AnswerLog> get(String id) {
        return Optional.ofNullable(logs.get(id));
    }

    void remove(AnswerLog log) {
        logs.remove(log.id(), log);
    }

    /** Begins the time that a log is kept after its end, which is about to be added to it. */
    synchronized void ended(AnswerLog log, AnswerEvent.Terminal end) {
        long weight = log.weight() + AnswerLog.weight(end);
        ended.add(new Ended(log, weight, clock.instant()));
        endedWeight += weight;
        evict();
    }

    synchronized void evict() {
        Instant oldest = clock.instant().minus(limits.kept());
        while (!ended.isEmpty()
                && (ended.getFirst().at().isBefore(oldest)
                        || ended.size() > limits.keptLogs()
                        || endedWeight > limits.keptCharacters())) {
            Ended first = ended.removeFirst();
            endedWeight -= first.weight();
            remove(first.log());
        }
    }
}
