package io.dateline.answering;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports of different articles that give different numbers, days or names for what a question asks: "12 were killed" here and "15"
 * there. They belong side by side, whatever a language model made of them.
 */
final class DifferingReports {

    private DifferingReports() {}

    /**
     * One finding for each number, day or name that is given, the best first; empty where nothing differs. What is much less likely to answer
     * than the best finding counts as little here as it does in {@link QuotingComposer}.
     */
    static List<Finding> of(QuestionAnalysis question, List<Finding> findings) {
        List<Finding> reports = new ArrayList<>();
        for (Finding finding : QuotingComposer.nearlyAsGood(findings)) {
            if (isValue(question, finding) && reports.stream().allMatch(other -> differ(question, other, finding))) {
                reports.add(finding);
            }
        }
        return reports.size() < 2 ? List.of() : List.copyOf(reports);
    }

    private static boolean isValue(QuestionAnalysis question, Finding finding) {
        @Nullable String words = words(finding);
        return words != null
                && switch (question.kind()) {
                    case AMOUNT, NUMBER -> !StatedNumbers.in(words).isEmpty();
                    case TIME -> StatedDays.isNamed(words, finding.evidence().publishedAt());
                    case PERSON, PLACE, THING -> ContradictingNames.isName(question, finding);
                    case SUMMARY, REASON, MANNER, YES_NO, TOPIC -> false;
                };
    }

    private static boolean differ(QuestionAnalysis question, Finding one, Finding other) {
        if (one.evidence().articleId().equals(other.evidence().articleId())) {
            return false;
        }
        return switch (question.kind()) {
            case TIME -> StatedDays.differ(one, other);
            case PERSON, PLACE, THING -> ContradictingNames.differ(one, other);
            case AMOUNT, NUMBER, SUMMARY, REASON, MANNER, YES_NO, TOPIC ->
                StatedNumbers.in(words(one)).stream().noneMatch(StatedNumbers.in(words(other))::contains);
        };
    }

    private static String words(Finding finding) {
        return finding.answer() == null ? "" : finding.answer().text();
    }
}
