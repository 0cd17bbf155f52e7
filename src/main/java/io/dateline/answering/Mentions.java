package io.dateline.answering;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words that evidence has, and the initials of the names in it: an article about the European Union mentions the EU. Immutable.
 */
final class Mentions {

    private static final Pattern INITIAL = Pattern.compile("\\b\\p{Lu}");

    private final List<Term> words;
    private final Set<String> initials;

    private Mentions(List<Term> words, Set<String> initials) {
        this.words = words;
        this.initials = initials;
    }

    static Mentions in(List<Evidence> evidence) {
        Set<String> initials = new HashSet<>();
        for (Evidence passage : evidence) {
            for (Name name : Name.in(passage.text())) {
                initials.add(initials(name.text()));
            }
        }
        List<Term> words = evidence.stream()
                .flatMap(e -> Term.of(e.title() + "\n" + e.text()).stream())
                .toList();
        return new Mentions(words, Set.copyOf(initials));
    }

    boolean has(Term term) {
        return initials.contains(term.stem()) || term.isAmong(words);
    }

    boolean hasAll(List<Term> terms) {
        return terms.stream().allMatch(this::has);
    }

    /** "eu" for "European Union"; nothing for a name of one word. */
    private static String initials(String name) {
        String initials =
                INITIAL.matcher(name).results().map(MatchResult::group).collect(Collectors.joining());
        return initials.length() < 2 ? "" : initials.toLowerCase(Locale.ROOT);
    }
}
