package io.dateline.answering;

import io.dateline.corpus.DateWords;
import java.time.LocalDate;
import java.util.List;

/** Articles without a date behind an answer whose time matters: "on Wednesday" says little where nobody knows of which week. */
final class UndatedReports {

    private UndatedReports() {}

    /** @param cited what the answer rests on; the titles come in its order, each once */
    static List<String> titles(QuestionAnalysis question, List<Finding> cited) {
        return cited.stream()
                .filter(finding -> finding.evidence().publishedAt() == null)
                .filter(finding -> question.kind() == QuestionKind.TIME
                        || !DateWords.in(finding.sentence().text(), LocalDate.EPOCH)
                                .isEmpty())
                .map(finding -> finding.evidence().title())
                .distinct()
                .toList();
    }
}
