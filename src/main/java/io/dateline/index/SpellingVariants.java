package io.dateline.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Other spellings of names that newsrooms write from other alphabets in several ways: "Zelensky" is "Zelenskyy" elsewhere, Kyiv was
 * Kiev. They are added to a question, not to the index, so that a passage with any of them is found by any other.
 */
final class SpellingVariants {

    private static final List<Set<String>> NAMES = List.of(
            Set.of("Kyiv", "Kiev"),
            Set.of("Kharkiv", "Kharkov"),
            Set.of("Odesa", "Odessa"),
            Set.of("Lviv", "Lvov"),
            Set.of("Chornobyl", "Chernobyl"),
            Set.of("Zaporizhzhia", "Zaporizhia", "Zaporozhye"),
            Set.of("Lukashenko", "Lukashenka"),
            Set.of("Navalny", "Navalnyy", "Navalniy"),
            Set.of("Gaddafi", "Qaddafi", "Gadhafi", "Qadhafi"),
            Set.of("Hezbollah", "Hizbollah", "Hizbullah"),
            Set.of("Qaeda", "Qaida"),
            Set.of("Quran", "Koran"));

    /** How surnames end, as the stemmer leaves them: it makes "sky" of a word's end "ski". */
    private static final List<Set<String>> ENDINGS =
            List.of(Set.of("ski", "skyi", "skii", "skyj", "skij"), Set.of("vych", "vich"));

    /** A shorter beginning is no surname's: "ask", "sky" and "risky" are left alone. */
    private static final int SHORTEST_BEGINNING = 3;

    private final Map<String, Set<String>> names = new HashMap<>();

    /** @param term makes of a name the term under which the index has it */
    SpellingVariants(Function<String, String> term) {
        for (Set<String> spellings : NAMES) {
            Set<String> terms = spellings.stream().map(term).collect(Collectors.toCollection(TreeSet::new));
            terms.forEach(spelling -> names.put(spelling, terms));
        }
    }

    /** All spellings of the term, itself among them, in order of the alphabet; itself alone if it has no others. */
    Set<String> of(String term) {
        Set<String> known = names.get(term);
        if (known != null) {
            return known;
        }
        for (Set<String> endings : ENDINGS) {
            for (String ending : endings) {
                int beginning = term.length() - ending.length();
                if (beginning >= SHORTEST_BEGINNING && term.endsWith(ending)) {
                    return endings.stream()
                            .map(term.substring(0, beginning)::concat)
                            .collect(Collectors.toCollection(TreeSet::new));
                }
            }
        }
        return Set.of(term);
    }
}
