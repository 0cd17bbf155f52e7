package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a question says that somebody did, or that was done to them: "Ann Lee" and "resign" in "why did Ann Lee resign?".
 *
 * @param who whom the question names as the subject
 * @param what the verb behind the name
 */
record Deed(Name who, Term what) {

    private static final Pattern AUXILIARY = Pattern.compile(
            "\\b(?:did|does|do|was|were|is|are|has|have|had|will)\\s+(?:the\\s+)?$", Pattern.CASE_INSENSITIVE);

    /** And the words that tell of it, as stems: "born" is no other form of "bear" for the stemmer. */
    private static final Map<String, Set<String>> ONES_OWN = Map.of(
            "die", Set.of("die", "dead", "death", "kill", "murder", "assassin", "slain", "execut", "pass", "perish"),
            "born", Set.of("born", "birth", "birthday"),
            "resign", Set.of("resign", "quit", "step", "stood", "leav", "left", "depart"),
            "retir", Set.of("retir", "quit", "leav", "left"));

    /**
     * Empty where no verb follows a name that is the subject, as in "why did Ann Lee's brother resign?".
     *
     * @param names in the question
     * @param terms of the question
     */
    static Optional<Deed> in(String question, List<Name> names, List<Term> terms) {
        return names.stream()
                .filter(name ->
                        AUXILIARY.matcher(question.substring(0, name.start())).find())
                .flatMap(name -> terms.stream()
                        .filter(term -> term.start() > name.end()
                                && question.substring(name.end(), term.start()).isBlank())
                        .map(verb -> new Deed(name, verb)))
                .findFirst();
    }

    /** Whether nobody does it for another one, as Russia's president may be said to invade for Russia, and it is news once. */
    boolean isOnesOwn() {
        return ONES_OWN.containsKey(what.stem());
    }

    /** Whether the sentence has a word for what is asked when; of what is not {@link #isOnesOwn()} there are too many. */
    static boolean isMissing(QuestionAnalysis question, Sentence sentence) {
        Deed deed = question.deed();
        Set<String> words = deed == null ? null : ONES_OWN.get(deed.what.stem());
        return question.kind() == QuestionKind.TIME
                && words != null
                && Collections.disjoint(Term.stems(sentence.text()), words);
    }
}
