package io.dateline.answering;

import io.dateline.corpus.DateMention;
import io.dateline.corpus.DateWords;
import io.dateline.corpus.Sentence;
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
     * The words with the days that relative ones among them mean, "Wednesday (1 March 2023)"; unchanged where there are none or where the
     * day of publication is not known.
     *
     * @param sentence that the words stand in: it tells what is past and what is to come
     */
    static String resolved(Sentence words, Sentence sentence, @Nullable LocalDate publishedAt) {
        StringBuilder resolved = new StringBuilder(words.text());
        if (publishedAt != null) {
            int start = words.start() - sentence.start();
            int end = words.end() - sentence.start();
            for (DateMention mention :
                    DateWords.in(sentence.text(), publishedAt).reversed()) {
                if (start <= mention.start() && mention.end() <= end) {
                    resolved.insert(mention.end() - start, " (" + days(mention) + ")");
                }
            }
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
