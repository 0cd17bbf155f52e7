package io.dateline.corpus;

/**
 * The unit that is searched: some neighbouring sentences of one article, about 120 words.
 *
 * @param ordinal position among the article's passages, from 0
 * @param start first character in the article's body, inclusive
 * @param end past the last character in the article's body, exclusive
 * @param text {@code body.substring(start, end)}
 */
public record Passage(String articleId, int ordinal, int start, int end, String text) {

    public Passage {
        if (ordinal < 0 || start < 0 || end - start != text.length() || text.isEmpty()) {
            throw new IllegalArgumentException("passage " + articleId + "#" + ordinal + " [" + start + ", " + end
                    + ") does not fit its text of " + text.length() + " characters");
        }
    }

    /** Unique among all passages of a collection; the tie-breaker of every ranking. */
    public String id() {
        return articleId + "#" + ordinal;
    }
}
