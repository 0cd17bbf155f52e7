package io.dateline.corpus;

import java.time.LocalDate;

/**
 * Words that name a time relative to an article's day of publication, and the days they mean.
 *
 * @param start first character in the text, inclusive
 * @param end past the last character in the text, exclusive
 * @param from first day, inclusive
 * @param to last day, inclusive; equal to {@code from} for a single day
 */
public record DateMention(int start, int end, LocalDate from, LocalDate to) {

    public DateMention {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a mention has at least one character, got: [" + start + ", " + end + ")");
        }
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("'from' must not be after 'to', got: " + from + " and " + to);
        }
    }
}
