package io.dateline.corpus;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves "Wednesday", "yesterday", "last week", "a year ago" in English news against the day of publication. A bare weekday
 * is the latest such day on or before publication, as the AP Stylebook has it within seven days; "next Wednesday", "will meet on
 * Wednesday" and other plans are left alone, since the text does not say which one is meant, and so is "Wednesday, March 8", which says it
 * itself. Weeks begin on Monday; "a year ago" is the whole calendar year, "two months ago" the whole month, since nobody counts the days.
 */
public final class DateWords {

    private static final String NUMBERS = "one two three four five six seven eight nine ten eleven twelve";
    private static final String WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";

    private static final String MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec";

    private static final Pattern WORDS =
            Pattern.compile("(?i)\\b(?:(?<!\\b(?:next|coming|every|each|following)\\s)(?<weekday>" + WEEKDAYS
                    + ")(?!,?\\s(?:the\\s)?(?:\\d|" + MONTHS + "))"
                    + "|(?<day>today|tonight|yesterday|tomorrow)"
                    + "|(?<!\\bthe\\s)(?<which>last|this)\\s(?<unit>week|month|year)"
                    + "|(?<count>an?|\\d{1,3}|" + NUMBERS.replace(' ', '|')
                    + ")\\s(?<units>day|week|month|year)s?\\sago)\\b(?!-)");

    private DateWords() {}

    /** The mentions in the text, in order, without overlap. */
    public static List<DateMention> in(String text, LocalDate publishedAt) {
        List<DateMention> mentions = new ArrayList<>();
        Matcher words = WORDS.matcher(text);
        while (words.find()) {
            days(text, words, publishedAt).ifPresent(mentions::add);
        }
        return List.copyOf(mentions);
    }

    private static Optional<DateMention> days(String text, Matcher words, LocalDate publishedAt) {
        String weekday = words.group("weekday");
        if (weekday != null) {
            if (DayToCome.is(text, words.start(), words.end())) {
                return Optional.empty();
            }
            DayOfWeek day = DayOfWeek.valueOf(weekday.toUpperCase(Locale.ROOT));
            return whole(words, publishedAt.with(TemporalAdjusters.previousOrSame(day)), ChronoUnit.DAYS);
        }
        String day = words.group("day");
        if (day != null) {
            int ahead = day.equalsIgnoreCase("yesterday") ? -1 : day.equalsIgnoreCase("tomorrow") ? 1 : 0;
            return whole(words, publishedAt.plusDays(ahead), ChronoUnit.DAYS);
        }
        String count = words.group("count");
        ChronoUnit unit = unit(count == null ? words.group("unit") : words.group("units"));
        long back = count != null ? number(count) : words.group("which").equalsIgnoreCase("last") ? 1 : 0;
        try {
            return whole(words, publishedAt.minus(back, unit), unit);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day, week, month or year that the date lies in. */
    private static Optional<DateMention> whole(Matcher words, LocalDate date, ChronoUnit unit) {
        LocalDate from = switch (unit) {
            case WEEKS -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> date.withDayOfMonth(1);
            case YEARS -> date.withDayOfYear(1);
            default -> date;
        };
        return Optional.of(new DateMention(
                words.start(), words.end(), from, from.plus(1, unit).minusDays(1)));
    }

    private static ChronoUnit unit(String word) {
        return ChronoUnit.valueOf(word.toUpperCase(Locale.ROOT) + "S");
    }

    private static long number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Long.parseLong(word);
        }
        int position = List.of(NUMBERS.split(" ")).indexOf(word.toLowerCase(Locale.ROOT));
        return position < 0 ? 1 : position + 1;
    }
}
