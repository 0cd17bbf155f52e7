package io.dateline.answering;

import java.util.List;

/** Reads the answer to a question out of passages. Thread-safe. */
interface AnswerReader {

    /** @param evidence passages, most relevant first */
    Reading read(QuestionAnalysis question, List<Evidence> evidence);

    /**
     * What was read.
     *
     * @param findings best first; empty when nothing fits at all
     * @param confidence 0 to 1: that the first finding answers the question
     */
    record Reading(List<Finding> findings, double confidence) {

        static final Reading NOTHING = new Reading(List.of(), 0);

        public Reading {
            findings = List.copyOf(findings);
        }
    }
}
