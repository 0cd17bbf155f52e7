package io.dateline.answering;

import io.dateline.corpus.DateMention;
import io.dateline.corpus.DateWords;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days that a statement names and that the sentences it cites do not: compared by value, so that "1 March 2023" stands in a sentence
 * that says "Wednesday" and was published on the day after.
 *
 * @param rest the statement with spaces in place of the days it names
 */
record StatedDays(Optional<String> missing, String rest) {

    private static final String MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec";
    private static final String MONTH =
            "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\\.?";
    private static final String OTHER_MONTH = MONTH.replace("<month>", "<month2>");
    private static final String YEAR = "(?:1[5-9]|20)\\d\\d";
    private static final Pattern DAY = Pattern.compile("\\b(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH
            + "(?:,? (?<year>" + YEAR + "))?"
            + "|" + OTHER_MONTH + "(?: (?<day2>\\d{1,2})(?:st|nd|rd|th)?\\b(?!,?\\d))?(?:,? (?<year2>" + YEAR + "))?"
            + "|(?<iso>\\d{4}-\\d\\d-\\d\\d)|(?<only>" + YEAR + "))\\b(?!-)");

    private record Named(String words, int start, int end, LocalDate from, LocalDate to) {

        /** Whether it says no more than the other. */
        boolean holds(Named other) {
            return !from.isAfter(other.from) && !to.isBefore(other.to);
        }

        boolean meets(Named other) {
            return !from.isAfter(other.to) && !other.from.isAfter(to);
        }

        /** A weekday, or a day without its year, in an article that has no day itself. */
        boolean isUnknown() {
            return from.getYear() <= 0;
        }
    }

    static StatedDays of(String statement, List<Finding> cited) {
        List<Named> there = cited.stream()
                .flatMap(f -> named(f.sentence().text(), f.evidence().publishedAt()).stream())
                .toList();
        Optional<String> missing = Optional.empty();
        StringBuilder rest = new StringBuilder(statement);
        for (Finding finding : cited) {
            for (Named day : named(statement, finding.evidence().publishedAt())) {
                boolean known = there.stream().anyMatch(day::holds)
                        || cited.stream()
                                .anyMatch(f -> stands(day.words, f.sentence().text()));
                if (!known && missing.isEmpty()) {
                    missing = Optional.of(day.words);
                }
                rest.replace(day.start, day.end, " ".repeat(day.end - day.start));
            }
        }
        return new StatedDays(missing, rest.toString());
    }

    /** Whether words name a day, a month or a year. */
    static boolean isNamed(String words, @Nullable LocalDate publishedAt) {
        return !named(words, publishedAt).isEmpty();
    }

    /** Past the last character of the day, month or year that the words name first; empty where they name none. */
    static OptionalInt endOfFirst(String words, @Nullable LocalDate publishedAt) {
        return named(words, publishedAt).stream()
                .sorted(Comparator.comparingInt(Named::start))
                .mapToInt(Named::end)
                .findFirst();
    }

    /** Whether two answers name days that have none in common; "Wednesday" in an undated article may be any. */
    static boolean differ(Finding one, Finding other) {
        List<Named> days = answered(one);
        List<Named> others = answered(other);
        return days.stream()
                .noneMatch(day -> day.isUnknown() || others.stream().anyMatch(o -> o.isUnknown() || day.meets(o)));
    }

    /** The day, month or year that an answer names, the same for all words that mean it; empty where it names none or several, or one not known. */
    static Optional<String> only(Finding finding) {
        List<Named> days = answered(finding);
        List<String> values =
                days.stream().map(day -> day.from + "/" + day.to).distinct().toList();
        return values.size() == 1 && !days.getFirst().isUnknown() ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static List<Named> answered(Finding finding) {
        return finding.answer() == null
                ? List.of()
                : named(finding.answer().text(), finding.evidence().publishedAt());
    }

    private static boolean stands(String words, String sentence) {
        return Pattern.compile("\\b" + Pattern.quote(words) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(sentence)
                .find();
    }

    /** @param publishedAt what relative days and days without a year are counted from; null if not known */
    private static List<Named> named(String text, @Nullable LocalDate publishedAt) {
        List<Named> days = new ArrayList<>();
        Matcher day = DAY.matcher(text);
        while (day.find()) {
            range(day, publishedAt).ifPresent(days::add);
        }
        // Where no day of publication is known "Wednesday" has no value, and stands there or does not.
        LocalDate counted = publishedAt == null ? LocalDate.EPOCH : publishedAt;
        for (DateMention mention : DateWords.in(text, counted)) {
            LocalDate from = publishedAt == null ? LocalDate.MIN : mention.from();
            LocalDate to = publishedAt == null ? LocalDate.MIN : mention.to();
            days.add(new Named(
                    text.substring(mention.start(), mention.end()), mention.start(), mention.end(), from, to));
        }
        return days;
    }

    private static Optional<Named> range(Matcher at, @Nullable LocalDate publishedAt) {
        try {
            if (at.group("iso") != null) {
                LocalDate day = LocalDate.parse(at.group("iso"));
                return Optional.of(named(at, day, day));
            }
            if (at.group("only") != null) {
                int year = Integer.parseInt(at.group("only"));
                return Optional.of(named(at, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            String year = either(at, "year");
            String day = either(at, "day");
            int month = MONTHS.indexOf(String.valueOf(either(at, "month")).toLowerCase(Locale.ROOT)) / 4 + 1;
            if (year == null && day == null) {
                // "May" alone is a word like any other.
                return Optional.empty();
            }
            int inYear = year != null ? Integer.parseInt(year) : publishedAt != null ? publishedAt.getYear() : 0;
            YearMonth whole = YearMonth.of(inYear, month);
            return Optional.of(
                    day == null
                            ? named(at, whole.atDay(1), whole.atEndOfMonth())
                            : named(at, whole.atDay(Integer.parseInt(day)), whole.atDay(Integer.parseInt(day))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Named named(Matcher at, LocalDate from, LocalDate to) {
        return new Named(at.group(), at.start(), at.end(), from, to);
    }

    private static @Nullable String either(Matcher at, String group) {
        return at.group(group) != null ? at.group(group) : at.group(group + "2");
    }
}
