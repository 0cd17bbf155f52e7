package io.dateline.evaluation;

import java.util.Map;

/**
 * The figures of one way of answering.
 *
 * @param name such as {@code all stages} or {@code without date}
 * @param figures 0 to 1, by name, in the order to print
 * @param latencies milliseconds by percentile, by stage
 */
record Run(String name, Map<String, Double> figures, Map<String, Map<String, Double>> latencies) {}
