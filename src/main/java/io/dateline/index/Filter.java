package io.dateline.index;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which articles may be found. Undated articles pass {@code asOf}, since nothing says they are later, but no {@code from} or
 * {@code to}.
 *
 * @param asOf nothing published after this day
 * @param publisher exact name
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
public record Filter(
        @Nullable LocalDate asOf,
        @Nullable String publisher,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final Filter NONE = new Filter(null, null, null, null);

    public Filter {
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("'from' must not be after 'to', got: " + from + " and " + to);
        }
    }

    public static Filter asOf(LocalDate day) {
        return new Filter(day, null, null, null);
    }
}
