package io.dateline.inference;

import java.util.Map;

/**
 * What {@code reader.json} beside a reader model says of it; the fields are documented in {@code src/reader-training/README.md}.
 *
 * @param maxTokens of one window, question, title and separators included
 * @param overlapTokens passage tokens that two neighbouring windows share
 * @param maxAnswerTokens longest span considered
 * @param calibration maps from margin to probability, by what counts as right
 */
record ReaderSettings(
        int maxTokens,
        int maxQuestionTokens,
        int maxTitleTokens,
        int overlapTokens,
        int maxAnswerTokens,
        Map<String, Object> calibration) {

    /** The logistic map from a margin to the probability that the span is right, in the sense of sharing half its words. */
    double probability(double margin) {
        if (!(calibration.get("right") instanceof Map<?, ?> right)) {
            throw new IllegalStateException("reader.json has no calibration.right, got: " + calibration);
        }
        return 1 / (1 + Math.exp(-(number(right, "slope") * margin + number(right, "intercept"))));
    }

    private static double number(Map<?, ?> map, String name) {
        if (map.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("reader.json has no number calibration.right." + name + ", got: " + map);
    }
}
