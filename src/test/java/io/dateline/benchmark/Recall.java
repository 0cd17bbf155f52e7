package io.dateline.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The share of questions whose answer is in one of the first k passages. */
final class Recall {

    private static final int[] DEPTHS = {1, 5, 10, 20, 100};

    private final int[] found = new int[DEPTHS.length];
    private int questions;

    void count(RecallQuestion question, List<String> passages) {
        questions++;
        int first = IntStream.range(0, passages.size())
                .filter(i -> question.isAnsweredBy(passages.get(i)))
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        for (int i = 0; i < DEPTHS.length; i++) {
            found[i] += first < DEPTHS[i] ? 1 : 0;
        }
    }

    @Override
    public String toString() {
        return IntStream.range(0, DEPTHS.length)
                .mapToObj(i -> String.format(Locale.ROOT, "@%d %.3f", DEPTHS[i], found[i] / (double) questions))
                .collect(Collectors.joining("  ", "", " of " + questions + " questions"));
    }
}
