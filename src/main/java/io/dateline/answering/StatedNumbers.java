package io.dateline.answering;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers in a text by value: "12-point", "twelve" and "12.0" are one, "5 million" and "5,000,000" too. */
final class StatedNumbers {

    /** "One" is a pronoun more often than a number. */
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("sixty", 60),
            Map.entry("seventy", 70),
            Map.entry("eighty", 80),
            Map.entry("ninety", 90));

    private static final Map<String, Integer> ZEROS = Map.of(
            "hundred", 2, "thousand", 3, "k", 3, "million", 6, "m", 6, "mn", 6, "billion", 9, "bn", 9, "trillion", 12);

    private static final Pattern NUMBER = Pattern.compile(
            "\\b(?:(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)|(?<word>"
                    + String.join("|", WORDS.keySet())
                    + "))(?:[ -]?(?<scale>hundred|thousand|million|billion|trillion|bn|mn|m|k)\\b)?",
            Pattern.CASE_INSENSITIVE);

    private StatedNumbers() {}

    /** The first number of the statement, in its own words, that none of the texts has. */
    static Optional<String> missing(String statement, List<String> texts) {
        Set<BigDecimal> there =
                texts.stream().flatMap(text -> in(text).stream()).collect(Collectors.toSet());
        return NUMBER.matcher(statement)
                .results()
                .filter(number -> !there.contains(value(number)))
                .map(MatchResult::group)
                .findFirst();
    }

    /** The values of all numbers in a text. */
    static Set<BigDecimal> in(String text) {
        return NUMBER.matcher(text).results().map(StatedNumbers::value).collect(Collectors.toSet());
    }

    private static BigDecimal value(MatchResult number) {
        @Nullable String digits = number.group("digits");
        BigDecimal value = digits != null
                ? new BigDecimal(digits.replace(",", ""))
                : BigDecimal.valueOf(WORDS.getOrDefault(number.group("word").toLowerCase(Locale.ROOT), 0));
        @Nullable String scale = number.group("scale");
        int zeros = scale == null ? 0 : ZEROS.getOrDefault(scale.toLowerCase(Locale.ROOT), 0);
        return value.scaleByPowerOfTen(zeros).stripTrailingZeros();
    }
}
