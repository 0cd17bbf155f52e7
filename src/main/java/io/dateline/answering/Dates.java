package io.dateline.answering;

import io.dateline.corpus.DateMention;
import io.dateline.corpus.DateWords;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Days as people read them. */
final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Dates() {}

    /**
     * The text with the days that relative words in it mean, "Wednesday (1 March 2023)"; unchanged where it has none or where the
     * day of publication is not known.
     */
    static String resolved(String text, @Nullable LocalDate publishedAt) {
        if (publishedAt == null) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text);
        for (DateMention mention : DateWords.in(text, publishedAt).reversed()) {
            resolved.insert(mention.end(), " (" + days(mention) + ")");
        }
        return resolved.toString();
    }

    private static String days(DateMention mention) {
        LocalDate from = mention.from();
        LocalDate to = mention.to();
        if (from.equals(to)) {
            return day(from);
        }
        if (from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1))) {
            return Integer.toString(from.getYear());
        }
        if (from.getDayOfMonth() == 1 && to.equals(from.plusMonths(1).minusDays(1))) {
            return MONTH.format(from);
        }
        return day(from) + " to " + day(to);
    }

    /** For instance "1 March 2023". */
    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
