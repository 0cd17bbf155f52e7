package io.dateline.inference;

import java.util.List;

/** A trained model that reads the answer to a question out of a passage. Thread-safe. */
public interface SpanReader {

    /**
     * The best spans of each passage, best first, in the order of the passages; no spans for a passage without words.
     *
     * @param n spans wanted of each passage, at least 1
     */
    List<List<AnswerSpan>> read(String question, List<Text> passages, int n);

    /**
     * What is read.
     *
     * @param title the headline of its article, for whom "he" or "the company" means; empty if there is none
     */
    record Text(String title, String passage) {}

    /**
     * Words of a passage that answer.
     *
     * @param start first character in the passage, inclusive, in UTF-16 units
     * @param end past the last character, exclusive
     * @param margin how much better the span scores than "the passage does not say"; unbounded, comparable between passages
     * @param probability 0 to 1, that the span is right, calibrated on held-aside questions
     */
    record AnswerSpan(int start, int end, double margin, double probability) {}
}
