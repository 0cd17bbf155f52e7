package io.dateline.retrieval;

import java.util.Locale;

/** A part of retrieval that ranks. {@link #WORDS} is always there, the others add to it. */
public enum Stage {
    /** BM25 over passages. */
    WORDS,
    /** Nearness of vectors. */
    MEANING,
    /** The features of a passage weighed together. */
    FUSION,
    /** How near the article's day is to the day the question is asked as of. */
    DATE,
    /** How surely the reader finds an answer in the passage. */
    READER;

    /** As explanations and the wire have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
