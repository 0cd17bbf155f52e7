package io.dateline.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations of one thing, measured again and again. Thread-safe. */
final class Samples {

    private final String name;
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    Samples(String name) {
        this.name = name;
    }

    void add(long duration) {
        nanos.add(duration);
    }

    void print() {
        List<Long> sorted = nanos.stream().sorted().toList();
        if (sorted.isEmpty()) {
            Console.print(name + ": nothing was measured");
            return;
        }
        Console.print(String.format(
                Locale.ROOT,
                "%-32s median %7.1f ms  p95 %7.1f ms  p99 %7.1f ms  max %7.1f ms  n %d",
                name,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1),
                sorted.size()));
    }

    private static double at(List<Long> sorted, double share) {
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1e6;
    }
}
