package io.dateline.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The language a text is written in. What is full of English's small words is English, which costs next to nothing; anything else is
 * shown to OpenNLP's model of 103 languages, which takes a second to load and some milliseconds a text.
 */
final class SpokenLanguage {

    private static final String RESOURCE = "/langdetect-183.bin";

    /** The model's time grows with the text, and the beginning tells. */
    private static final int LONGEST = 600;

    /** English that begins with names or a list shows itself a little later, and looking there is quicker than the model. */
    private static final int FURTHER = 1_200;

    /** A word or two could be of any language. */
    private static final int FEWEST_LETTERS = 20;

    /** The model spreads its probabilities over 103 languages, so what counts is how far the second is behind. */
    private static final double AHEAD = 1.2;

    private static final int ENGLISH_FROM_WORDS = 12;
    private static final double ENGLISH_FROM_SHARE = 0.2;
    private static final Set<String> SMALL_ENGLISH = Set.of(
            "the", "of", "and", "to", "a", "an", "that", "is", "was", "for", "with", "on", "at", "by", "from", "said",
            "has", "have", "it", "his", "her", "are", "were", "be", "as", "in", "who", "this", "will", "not");

    /** Other languages have "in", "is", "was" and "of" too, but not these. */
    private static final Set<String> ONLY_ENGLISH = Set.of("the", "and", "that", "with", "from");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}’']+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static final Map<String, String> CODES = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(code -> Locale.of(code).getISO3Language(), code -> code, (one, other) -> one));

    /** Members of what ISO 639-3 calls a macrolanguage have no code of two letters themselves. */
    private static final Map<String, String> MACROLANGUAGES =
            Map.of("cmn", "zh", "pes", "fa", "ekk", "et", "lvs", "lv", "plt", "mg", "zlm", "ms");

    private SpokenLanguage() {}

    /** @return a code of ISO 639-1; empty where the text is too short or could be of several languages */
    static Optional<String> of(String text) {
        String beginning = beginning(text, LONGEST / 2);
        if (isEnglish(beginning) || isEnglish(beginning(text, FURTHER))) {
            return Optional.of("en");
        }
        if (LETTER.matcher(beginning).results().limit(FEWEST_LETTERS).count() < FEWEST_LETTERS) {
            return Optional.empty();
        }
        Language[] guesses = new LanguageDetectorME(Loaded.MODEL).predictLanguages(beginning);
        boolean isSure = guesses.length == 1 || guesses[0].getConfidence() >= AHEAD * guesses[1].getConfidence();
        String code = guesses[0].getLang();
        return isSure ? Optional.ofNullable(MACROLANGUAGES.getOrDefault(code, CODES.get(code))) : Optional.empty();
    }

    private static String beginning(String text, int length) {
        return text.length() <= 2 * length ? text : text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static boolean isEnglish(String text) {
        List<String> words = Arrays.asList(NO_WORD.split(text.toLowerCase(Locale.ROOT)));
        long small = words.stream().filter(SMALL_ENGLISH::contains).count();
        return words.size() >= ENGLISH_FROM_WORDS
                && small >= ENGLISH_FROM_SHARE * words.size()
                && words.stream().filter(ONLY_ENGLISH::contains).distinct().count() >= 2;
    }

    /** When the first text needs it; an archive in English never does. */
    private static final class Loaded {

        static final LanguageDetectorModel MODEL = load();

        private static LanguageDetectorModel load() {
            try (InputStream in = SpokenLanguage.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(
                            RESOURCE + " is not on the class path; opennlp-models-langdetect holds it");
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
