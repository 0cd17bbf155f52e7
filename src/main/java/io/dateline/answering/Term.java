package io.dateline.answering;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.stemmer.snowball.SnowballStemmer;

/**
 * A word that carries meaning.
 *
 * @param stem lower case, without accents, by Snowball's English stemmer; equal stems count as the same word
 * @param start first character in the text it was taken from, inclusive
 * @param end past the last character, exclusive
 */
record Term(String stem, int start, int end) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[.,]\\p{N}+)*");
    private static final int MOST_OF_A_NAME = 3;
    private static final char FIRST_ACCENTED = 'À';
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Words that a question is built with and that say nothing of what it is about. */
    private static final Set<String> FUNCTION_WORDS = Set.of(
            ("a about according after again all also am an and any are as at be because been before being but by can could "
                            + "did do does doing done during each for from get give had has have he her here him his how i if in "
                            + "into is it its itself let like many may me might more most much must my no not of on one or our "
                            + "out over own please s say says said saying should show since so some such t take taken takes tell "
                            + "than that the their them then there these they this those through to too took us under until up "
                            + "very was we were what when where which while who whom whose why will with would you your place "
                            + "happen happened happens happening kind sort type know hold held "
                            + "someone something somewhere two three four five six seven eight nine ten")
                    .split(" "));

    /** The terms of the text in order, function words left out. */
    static List<Term> of(String text) {
        // The stemmer keeps state between calls, so it is not shared between threads.
        SnowballStemmer stemmer = new SnowballStemmer(SnowballStemmer.ALGORITHM.ENGLISH);
        List<Term> terms = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String plain = fold(word.group());
            if (!FUNCTION_WORDS.contains(plain)) {
                terms.add(new Term(stemmer.stem(plain).toString(), word.start(), word.end()));
            }
        }
        return terms;
    }

    /** The stems of the text's terms, each once, in order. */
    static Set<String> stems(String text) {
        return of(text).stream().map(Term::stem).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the words, at most three, may name a person or a thing, in small letters too: none of them is a function word. */
    static boolean mayNameOne(String words) {
        String[] all = words.split(" ");
        return all.length <= MOST_OF_A_NAME && Arrays.stream(all).noneMatch(Term::isFunctionWord);
    }

    static boolean isFunctionWord(String word) {
        return FUNCTION_WORDS.contains(fold(word));
    }

    /** Lower case without accents. */
    static String fold(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** The same text, character for character, without accents: "Beyonce" for "Beyoncé". */
    static String withoutAccents(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) >= FIRST_ACCENTED) {
                plain.setCharAt(
                        i,
                        Normalizer.normalize(plain.substring(i, i + 1), Normalizer.Form.NFD)
                                .charAt(0));
            }
        }
        return plain.toString();
    }

    /** Whether the words are the same, or one is a slip of the other: one edit from 5 letters on, two from 8 on. */
    boolean resembles(Term other) {
        int shorter = Math.min(stem.length(), other.stem.length());
        int allowed = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
        return stem.equals(other.stem) || (allowed > 0 && editsUpTo(allowed, stem, other.stem) <= allowed);
    }

    boolean isAmong(List<Term> words) {
        return words.stream().anyMatch(this::resembles);
    }

    /** Levenshtein's distance, or any number above the limit as soon as it is known to be above it. */
    private static int editsUpTo(int limit, String a, String b) {
        if (Math.abs(a.length() - b.length()) > limit
                || Character.isDigit(a.charAt(0))
                || Character.isDigit(b.charAt(0))) {
            return limit + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int best = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
                best = Math.min(best, row[j]);
            }
            if (best > limit) {
                return best;
            }
        }
        return row[b.length()];
    }
}
