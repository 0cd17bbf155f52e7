package io.dateline.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long something took, each time. Not thread-safe. */
final class Latencies {

    private final List<Double> milliseconds = new ArrayList<>();

    void add(double ms) {
        milliseconds.add(ms);
    }

    /** {@code p50}, {@code p95} and {@code p99} in milliseconds, each a time that was measured. */
    Map<String, Double> values() {
        List<Double> sorted = milliseconds.stream().sorted().toList();
        Map<String, Double> values = new LinkedHashMap<>();
        for (int percent : List.of(50, 95, 99)) {
            values.put(
                    "p" + percent,
                    sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)));
        }
        return values;
    }
}
