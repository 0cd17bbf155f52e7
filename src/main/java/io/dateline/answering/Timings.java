package io.dateline.answering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long the stages of one answer took. Not thread-safe. */
final class Timings {

    private final Map<String, Long> stages = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private long last = start;

    /** Ends a stage: the time since the one before is its own. */
    void lap(String stage) {
        long now = System.nanoTime();
        stages.put(stage, TimeUnit.NANOSECONDS.toMillis(now - last));
        last = now;
    }

    long sinceStartMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** Milliseconds by stage, and {@code total} last. */
    Map<String, Long> total() {
        Map<String, Long> all = new LinkedHashMap<>(stages);
        all.put("total", sinceStartMs());
        return all;
    }
}
