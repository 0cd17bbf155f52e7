package io.dateline.answering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of countries, as the JDK has them and as news writes them. */
final class Countries {

    private static final Stream<String> OTHER_NAMES = Stream.of(
            "US",
            "U.S.",
            "USA",
            "America",
            "UK",
            "U.K.",
            "Britain",
            "Great Britain",
            "England",
            "Scotland",
            "Wales",
            "Turkey",
            "Myanmar",
            "Burma",
            "Ivory Coast",
            "Czech Republic",
            "Palestine",
            "Hong Kong",
            "Macau",
            "Congo",
            "Swaziland",
            "Cape Verde",
            "East Timor");

    private static final Set<String> NAMES = Stream.concat(
                    Arrays.stream(Locale.getISOCountries())
                            .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH)),
                    OTHER_NAMES)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern NAME = Pattern.compile(NAMES.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));

    /** Letters that "Turkish" and "Turkey" have in common, and "Australian" and "Australia". */
    private static final int STEM = 4;

    private static final Set<String> STEMS = NAMES.stream()
            .filter(name -> name.length() > STEM)
            .map(name -> name.substring(0, STEM))
            .collect(Collectors.toUnmodifiableSet());

    private static final String OF_AN_ADJECTIVE = "(?:n|sh|ch|ese|i)";

    private static final Pattern CAPITALISED = Pattern.compile("\\b\\p{Lu}\\p{L}{4,}" + OF_AN_ADJECTIVE + "\\b");

    /** A shorter one that stands before an office: "Iraqi". */
    private static final Pattern ADJECTIVE = Pattern.compile("\\p{Lu}\\p{L}{3,}" + OF_AN_ADJECTIVE);

    /** "Finnish" and "Finland", "Irish" and "Ireland". */
    private static final int SHORTEST_STEM = 2;

    private static final List<Set<String>> SAME = List.of(
            Set.of("UK", "U.K.", "United Kingdom", "Britain", "British"),
            Set.of("US", "U.S.", "USA", "United States", "America", "American"),
            Set.of("Netherlands", "Dutch"),
            Set.of("Denmark", "Danish"),
            Set.of("Philippines", "Filipino"));

    private Countries() {}

    /** Whether a text names a country and the word, "Finnish" or "U.K.", seems to be another one's. */
    static boolean isAnothers(String word, String text) {
        return (isName(word) || ADJECTIVE.matcher(word).matches())
                && (areNamedIn(text) || areMeantIn(text))
                && !Pattern.compile("\\b" + Pattern.quote(word.substring(0, SHORTEST_STEM)))
                        .matcher(text)
                        .find()
                && SAME.stream()
                        .noneMatch(
                                names -> names.contains(word) && names.stream().anyMatch(text::contains));
    }

    /** Whether the words are a country's name and nothing else. */
    static boolean isName(String words) {
        return NAMES.contains(words);
    }

    static boolean areNamedIn(String text) {
        return NAME.matcher(text).find();
    }

    /** Whether a word looks like one that is made of a country's name, as "Australian" is. */
    static boolean areMeantIn(String text) {
        return CAPITALISED
                .matcher(text)
                .results()
                .anyMatch(word -> STEMS.contains(word.group().substring(0, STEM)));
    }
}
