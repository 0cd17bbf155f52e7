package io.dateline.corpus;

/**
 * A sentence of an article's body.
 *
 * @param start first character, inclusive
 * @param end past the last character, exclusive; sentences carry no white space at either end
 * @param text {@code body.substring(start, end)}
 */
public record Sentence(int start, int end, String text) {

    public Sentence {
        if (start < 0 || end - start != text.length() || text.isEmpty()) {
            throw new IllegalArgumentException(
                    "sentence [" + start + ", " + end + ") does not fit its text of " + text.length() + " characters");
        }
    }
}
