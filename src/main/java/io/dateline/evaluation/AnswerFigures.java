package io.dateline.evaluation;

import io.dateline.answering.Answer;
import io.dateline.answering.Answer.Status;
import io.dateline.answering.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How good the short answers are. Not thread-safe. */
final class AnswerFigures {

    private int questions;
    private int exact;
    private double overlap;
    private int notFound;

    void count(GoldQuestion question, Answer answer) {
        questions++;
        notFound += answer.status() == Status.NOT_FOUND ? 1 : 0;
        Fact fact = answer.fact();
        if (fact != null) {
            exact += isExact(question, fact) ? 1 : 0;
            overlap += f1(question, fact);
        }
    }

    /** By name, 0 to 1: exact match and token F1 of the short answer as SQuAD has them, and the share of refusals. */
    Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("exact match", share(exact));
        values.put("F1", share(overlap));
        values.put("not found", share(notFound));
        return values;
    }

    static boolean isExact(GoldQuestion question, Fact fact) {
        List<String> given = NormalForm.ofAnswer(fact.text());
        return question.answers().stream().map(NormalForm::ofAnswer).anyMatch(given::equals);
    }

    /** With the right answer that is nearest, 0 to 1. */
    static double f1(GoldQuestion question, Fact fact) {
        List<String> given = NormalForm.ofAnswer(fact.text());
        return question.answers().stream()
                .mapToDouble(right -> f1(given, NormalForm.ofAnswer(right)))
                .max()
                .orElse(0);
    }

    /** Harmonic mean of the shares of words in common, each word counted as often as it stands. */
    static double f1(List<String> given, List<String> right) {
        List<String> left = new ArrayList<>(right);
        long common = given.stream().filter(left::remove).count();
        return common == 0 ? 0 : 2.0 * common / (given.size() + right.size());
    }

    private double share(double count) {
        return questions == 0 ? 0 : count / questions;
    }
}
