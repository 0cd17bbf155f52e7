package io.dateline.answering;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of which only one can be right: "Jane Doe won the election" here and "John Roe won the election" there. Most names that differ do
 * not contradict each other: both signed, one is the other's office, the city lies in the country. So both reports must tell the very
 * thing that is asked, of one time, and neither may know of the other's name.
 */
final class ContradictingNames {

    /** Later, the same words tell of something else: every year somebody wins the cup. */
    private static final long DAYS_OF_ONE_EVENT = 30;

    private static final Set<QuestionKind> OF_NAMES =
            Set.of(QuestionKind.PERSON, QuestionKind.PLACE, QuestionKind.THING);

    private ContradictingNames() {}

    /** Whether the short answer of the finding is a name that can be compared with others. */
    static boolean isName(QuestionAnalysis question, Finding finding) {
        @Nullable
        String words = finding.answer() == null ? null : finding.answer().text();
        return words != null
                && OF_NAMES.contains(question.kind())
                && !question.asksForSeveral()
                && Name.in(words).stream().anyMatch(name -> name.text().equals(words))
                && isOfOneSort(question, words)
                && states(question, finding);
    }

    /** Whether both cannot be right; for findings whose answers are names. */
    static boolean differ(Finding one, Finding other) {
        return isOfOneTime(one.evidence(), other.evidence())
                && !mentionsAny(one, answerTerms(other))
                && !mentionsAny(other, answerTerms(one));
    }

    /** A person and their office are both "who", a town and its country both "where". */
    private static boolean isOfOneSort(QuestionAnalysis question, String name) {
        return switch (question.kind()) {
            case PERSON -> name.indexOf(' ') > 0 && !AnswerSpotter.isOffice(name);
            default -> !question.sort().isEmpty();
        };
    }

    /** Whether the sentence has all that is asked with, but for the sort of the answer, and for names, which may stand nearby. */
    private static boolean states(QuestionAnalysis question, Finding finding) {
        List<Term> said = Term.of(finding.sentence().text());
        Mentions article = Mentions.in(List.of(finding.evidence()));
        List<Term> sort = question.sort();
        return question.terms().stream()
                .filter(term -> sort.stream().noneMatch(term::resembles))
                .allMatch(term -> question.isName(term) ? article.has(term) : term.isAmong(said));
    }

    private static boolean isOfOneTime(Evidence one, Evidence other) {
        return one.publishedAt() != null
                && other.publishedAt() != null
                && Math.abs(ChronoUnit.DAYS.between(one.publishedAt(), other.publishedAt())) <= DAYS_OF_ONE_EVENT;
    }

    private static boolean mentionsAny(Finding finding, List<Term> name) {
        Mentions article = Mentions.in(List.of(finding.evidence()));
        return name.stream().anyMatch(article::has);
    }

    private static List<Term> answerTerms(Finding finding) {
        return finding.answer() == null ? List.of() : Term.of(finding.answer().text());
    }
}
