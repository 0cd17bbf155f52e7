package io.dateline.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a question asks for and which words it asks with.
 *
 * @param terms content words in order
 * @param names proper names; none when the question is typed in small letters
 * @param focus the thing counted or chosen: "points" in "how many points", "news agency" in "which news agency"; null if none is
 *     named
 * @param answerType what the question names as the type of its answer; null if it names none that is known
 * @param deed what it says that somebody did, or that was done to them; null if it names nobody as the subject
 * @param office whose holder of now it asks for; null if it asks for something else
 */
record QuestionAnalysis(
        String text,
        QuestionKind kind,
        List<Term> terms,
        List<Name> names,
        @Nullable Term focus,
        @Nullable AnswerType answerType,
        @Nullable Deed deed,
        @Nullable Office office) {

    private static final Pattern FOCUS = Pattern.compile(
            "\\b(?:how many|how much|which|what (?:kind|sort|type) of|what)\\s+((?:[\\p{L}\\p{N}-]+\\s+){0,2}?[\\p{L}\\p{N}-]+)"
                    + "\\s+(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|should|of|in|on|at|to|that|who|which|\\p{L}+ed)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** "Which country did", "in what coastal town is": what stands before the verb is the sort of thing that is asked for. */
    private static final Pattern SORT = Pattern.compile(
            "\\b(?:which|what) ((?:[\\p{L}\\p{N}-]+ ){1,3}?)(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would|\\p{L}+ed|won|lost)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<QuestionKind> WITH_FOCUS =
            Set.of(QuestionKind.NUMBER, QuestionKind.AMOUNT, QuestionKind.THING);

    /** "Which countries", "who were", "name three": a plural is asked for. "Which news" and "what is" are not. */
    private static final Pattern SEVERAL = Pattern.compile(
            "\\s*(?:(?:in|on|at|to|for|with|by|from|of|between) )?(?:(?:which|what) (?:[\\p{L}-]+ ){0,2}?[\\p{L}-]+[^s\\W]s"
                    + " (?:are|were|do|did|have|has|had|will|would|can|could|in|on|at|of|from|\\p{L}+ed)\\b"
                    + "|(?:who|what|which) (?:are|were)\\b|(?:name|list) ).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static QuestionAnalysis of(String question) {
        QuestionKind kind = QuestionKind.of(question);
        List<Name> names = new ArrayList<>(Name.in(question));
        names.removeIf(name -> name.start() == 0 && Term.of(name.text()).isEmpty());
        List<Term> terms = Term.of(question);
        return new QuestionAnalysis(
                question,
                kind,
                terms,
                List.copyOf(names),
                focus(question, kind),
                AnswerType.askedFor(question).orElse(null),
                Deed.in(question, names, terms).orElse(null),
                Office.askedForNow(question).orElse(null));
    }

    private static @Nullable Term focus(String question, QuestionKind kind) {
        Matcher matcher = FOCUS.matcher(question.toLowerCase(Locale.ROOT));
        if (!WITH_FOCUS.contains(kind) || !matcher.find()) {
            return null;
        }
        List<Term> terms = Term.of(matcher.group(1));
        return terms.isEmpty() ? null : terms.getLast();
    }

    /** Whether an answer of several parts is looked for. */
    boolean asksForSeveral() {
        return SEVERAL.matcher(text).matches();
    }

    /** The words that say of what sort the answer is: "country" in "which country did"; none in "where" and "what is". */
    List<Term> sort() {
        Matcher matcher = SORT.matcher(text);
        return matcher.find() ? Term.of(matcher.group(1)) : List.of();
    }

    /** Whether the words, in capital letters, are one of the question's names. */
    boolean isName(String words) {
        return names.stream().anyMatch(name -> name.text().equals(words));
    }

    /** Whether the term is a part of one of the question's names. */
    boolean isName(Term term) {
        return names.stream().anyMatch(name -> name.start() <= term.start() && term.end() <= name.end());
    }
}
