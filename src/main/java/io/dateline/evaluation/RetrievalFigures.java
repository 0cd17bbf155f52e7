package io.dateline.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often, and how far up, the answer stands among the passages found. Not thread-safe. */
final class RetrievalFigures {

    static final List<Integer> DEPTHS = List.of(1, 5, 10, 20, 100);

    private final Map<Integer, Integer> found = new TreeMap<>();
    private double reciprocalRanks;
    private int questions;

    /** @param firstRight rank of the first passage that holds the answer, from 1; 0 if none does */
    void count(int firstRight) {
        questions++;
        if (firstRight > 0) {
            reciprocalRanks += 1.0 / firstRight;
            DEPTHS.stream().filter(depth -> firstRight <= depth).forEach(depth -> found.merge(depth, 1, Integer::sum));
        }
    }

    /** By name, 0 to 1: {@code recall@k}, the share of questions answered within k passages, and the mean reciprocal rank. */
    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (int depth : DEPTHS) {
            values.put("recall@" + depth, share(found.getOrDefault(depth, 0)));
        }
        values.put("MRR", share(reciprocalRanks));
        return values;
    }

    private double share(double count) {
        return questions == 0 ? 0 : count / questions;
    }
}
