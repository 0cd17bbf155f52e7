package io.dateline.answering;

/**
 * Where a statement of the answer stands in an article.
 *
 * @param number the {@code n} of the marker {@code [n]} in the answer's text; from 1 in order of first use
 * @param start first character in the article's body, inclusive
 * @param end past the last character, exclusive
 * @param quote {@code body.substring(start, end)}
 */
public record Citation(int number, String articleId, int start, int end, String quote, Verdict verdict) {

    /** Whether the cited words support the statement that carries the marker. */
    public enum Verdict {
        SUPPORTED,
        UNSUPPORTED,
        UNCHECKED
    }
}
