package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells the object of a sentence's verb from its subject: who asks "who accused NATO?" is not answered by "He accused the United
 * States", since those are the accused.
 */
final class ObjectOfVerb {

    /** Not "who did they accuse" or "who was accused", which ask for the object. */
    private static final Pattern SUBJECT_ASKED = Pattern.compile(
            "\\s*(?:and |but |so )?who\\s+(?!(?:(?:has|have|had|will|would) )?(?:did|does|do|is|are|was|were|be|been|being)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What may stand between a verb and the head of its object. */
    private static final Pattern OPENS_OBJECT =
            Pattern.compile("\\s+(?:(?:the|an?|its|his|her|their|both|all)\\s+)?", Pattern.CASE_INSENSITIVE);

    private ObjectOfVerb() {}

    /** Whether the answer runs over the very verb whose subject the question asks for, "He accused the United States". */
    static boolean isInside(QuestionAnalysis question, String answer) {
        List<Term> asked = verbAsked(question);
        return Term.of(answer).stream().anyMatch(word -> word.isAmong(asked));
    }

    /** The verb, and the adverb that may stand before it; empty where no subject is asked for. */
    static List<Term> verbAsked(QuestionAnalysis question) {
        return SUBJECT_ASKED.matcher(question.text()).matches()
                ? question.terms().stream()
                        .filter(term -> !question.isName(term))
                        .limit(2)
                        .toList()
                : List.of();
    }

    /** Whether the answer is the object of the very verb whose subject the question asks for. */
    static boolean is(QuestionAnalysis question, Sentence sentence, Sentence answer) {
        String before = sentence.text().substring(0, answer.start() - sentence.start());
        List<Term> words = Term.of(before);
        if (words.isEmpty()) {
            return false;
        }
        Term verb = words.getLast();
        return verbAsked(question).stream().anyMatch(verb::resembles)
                && OPENS_OBJECT.matcher(before.substring(verb.end())).matches();
    }
}
