package io.dateline.channel;

import io.dateline.answering.Question;
import io.dateline.index.Filter;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A question and its limits as they come in from outside, made into checked values. */
public final class Asked {

    private Asked() {}

    /** @throws BadRequestException when one of the values cannot be used */
    public static Question question(String id, @Nullable String conversation, String text, Filter filter) {
        requireText("question", text);
        try {
            return new Question(id, conversation, text, filter);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(sentence(e));
        }
    }

    /**
     * Null and blank values do not limit.
     *
     * @throws BadRequestException when one of the values cannot be used
     */
    public static Filter filter(
            @Nullable String asOf, @Nullable String publisher, @Nullable String from, @Nullable String to) {
        try {
            return new Filter(
                    date("asOf", asOf), isBlank(publisher) ? null : publisher, date("from", from), date("to", to));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(sentence(e));
        }
    }

    /** @throws BadRequestException when the value holds what no keyboard makes: NUL or half a character */
    public static void requireText(String name, String value) {
        boolean isText = value.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (!isText) {
            throw new BadRequestException("'" + name + "' holds a character that is none, such as NUL.");
        }
    }

    private static @Nullable LocalDate date(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            throw new BadRequestException("'" + name + "' must be a date such as 2023-03-01, got: " + shortened(value));
        }
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }

    private static String sentence(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + message.substring(1) + ".";
    }
}
