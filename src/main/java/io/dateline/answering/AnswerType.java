package io.dateline.answering;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a question names as the type of its answer where words can be told to be of it or not: "in which country near Russia", "how many",
 * "the first time since:". A reader knows that "Moscow" stands where an answer could; that Moscow is no country it often forgets.
 */
enum AnswerType {
    COUNTRY("country|nation") {
        @Override
        int fit(String words) {
            return Countries.areNamedIn(words) ? 1 : Countries.areMeantIn(words) ? 0 : -1;
        }
    },
    STATE("state") {
        @Override
        int fit(String words) {
            return US_STATE.matcher(words).find()
                    ? 1
                    : !CAPITAL.matcher(words).find() || Countries.isName(words) ? -1 : 0;
        }
    },
    CITY("city") {
        @Override
        int fit(String words) {
            boolean isState = US_STATE.matcher(words).matches() && !STATES_AND_CITIES.contains(words);
            return CAPITAL.matcher(words).find() && !isState && !Countries.isName(words) ? 1 : -1;
        }
    },
    MONTH("month") {
        @Override
        int fit(String words) {
            return !A_MONTH.matcher(words).find() ? -1 : DIGIT.matcher(words).find() ? 0 : 1;
        }
    },
    YEAR("year") {
        @Override
        int fit(String words) {
            return A_YEAR.matcher(words).find() ? 1 : -1;
        }
    },
    PERCENTAGE("percentage|percent|share") {
        @Override
        int fit(String words) {
            return A_PERCENTAGE.matcher(words).find() ? 1 : -1;
        }
    },
    BEGINNING("") {
        @Override
        int fit(String words) {
            return A_YEAR.matcher(words).find() || A_MONTH.matcher(words).find() ? 1 : -1;
        }
    },
    LENGTH("") {
        @Override
        int fit(String words) {
            return A_LENGTH.matcher(words).find() ? 1 : -1;
        }
    },
    COUNT("") {
        @Override
        int fit(String words) {
            boolean isOther = A_YEAR.matcher(words).matches()
                    || A_PERCENTAGE.matcher(words).find();
            return AnswerSpotter.isNumberIn(words) && !isOther ? 1 : -1;
        }
    };

    private static final Set<String> STATES_AND_CITIES = Set.of("New York", "Washington");
    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    private static final Pattern US_STATE = Pattern.compile(
            "(?<!\\p{L})(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
                    + "|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana"
                    + "|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon"
                    + "|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
                    + "|West Virginia|Wisconsin|Wyoming)(?!\\p{L})");

    private static final Pattern A_MONTH = Pattern.compile(
            "\\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\\b");
    private static final Pattern A_YEAR = Pattern.compile("(?<!\\p{N})(?:1[5-9]|20)\\d\\d(?!\\p{N})");
    private static final Pattern A_PERCENTAGE = Pattern.compile(
            "%|\\bper ?cent|\\b(?:half|thirds?|quarters?)\\b|\\d (?:in|out of) \\d", Pattern.CASE_INSENSITIVE);
    /** "How long" asks for either. */
    private static final Pattern A_LENGTH = Pattern.compile(
            "\\b(?:(?:second|minute|hour|day|night|week|month|year|decade|centur)(?:s|y|ies)?"
                    + "|(?:mile|kilomet(?:er|re)|met(?:er|re)|yard|inche?)s?|km|feet|foot)\\b",
            Pattern.CASE_INSENSITIVE);

    /** What stands behind "which country" where it is not a part of "which country music star". */
    private static final String GOES_ON =
            "(?:won|lost|became|last|next|near|now|made|began|plans|leads|announced|\\p{L}+(?:ed|ly))";

    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:which|what)\\s+(?:[\\p{L}\\p{N}’'.-]+\\s+){0,3}?(?<type>"
                    + Arrays.stream(values())
                            .map(type -> type.noun)
                            .filter(noun -> !noun.isEmpty())
                            .collect(Collectors.joining("|"))
                    + ")\\b\\P{L}*(?<next>\\p{L}*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT = Pattern.compile(GOES_ON, Pattern.CASE_INSENSITIVE);
    private static final Pattern SINCE = Pattern.compile("\\bsince[\\s:?]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOW_LONG = Pattern.compile("\\bhow long\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOW_MANY = Pattern.compile("\\bhow many\\b", Pattern.CASE_INSENSITIVE);

    private final String noun;

    AnswerType(String noun) {
        this.noun = noun;
    }

    /** 1 if the words are of the type, -1 if they are not, 0 if that cannot be told. */
    abstract int fit(String words);

    /** The type that the question names last; empty where it names none of these. */
    static Optional<AnswerType> askedFor(String question) {
        Optional<AnswerType> named = NAMED.matcher(question)
                .results()
                .filter(match -> match.group("next").isEmpty()
                        || Term.isFunctionWord(match.group("next"))
                        || NEXT.matcher(match.group("next")).matches())
                .map(match -> ofNoun(match.group("type")))
                .reduce((first, last) -> last);
        return named.or(() -> otherwise(question));
    }

    private static AnswerType ofNoun(String noun) {
        String lower = noun.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> Set.of(type.noun.split("\\|")).contains(lower))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<AnswerType> otherwise(String question) {
        if (SINCE.matcher(question).find()) {
            return Optional.of(BEGINNING);
        }
        if (HOW_LONG.matcher(question).find()) {
            return Optional.of(LENGTH);
        }
        return HOW_MANY.matcher(question).find() ? Optional.of(COUNT) : Optional.empty();
    }
}
