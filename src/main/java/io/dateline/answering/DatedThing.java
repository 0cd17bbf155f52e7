package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells the year of a thing from the time of what happened to it: "On Friday the court overturned the 1973 Roe v. Wade decision" does not
 * say that this was in 1973.
 */
final class DatedThing {

    private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d");

    private DatedThing() {}

    /** Whether the answer is the year before a name of the question's, in a sentence that tells what the question asks about. */
    static boolean isYearOf(QuestionAnalysis question, Sentence sentence, Sentence answer) {
        if (question.kind() != QuestionKind.TIME || !YEAR.matcher(answer.text()).matches()) {
            return false;
        }
        String after = sentence.text().substring(answer.end() - sentence.start());
        List<Term> words = Term.of(after);
        return !words.isEmpty()
                && after.substring(0, words.getFirst().start()).isBlank()
                && question.terms().stream().anyMatch(term -> question.isName(term) && term.resembles(words.getFirst()))
                && Term.of(sentence.text()).stream()
                        .anyMatch(word -> question.terms().stream()
                                .anyMatch(term -> !question.isName(term) && term.resembles(word)));
    }
}
