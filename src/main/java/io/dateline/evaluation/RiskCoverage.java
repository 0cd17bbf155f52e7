package io.dateline.evaluation;

import io.dateline.answering.Answer;
import io.dateline.answering.Fact;
import io.dateline.evaluation.LineChart.Axis;
import io.dateline.evaluation.LineChart.Line;
import io.dateline.evaluation.LineChart.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How often short answers are wrong when only the surest are given: risk by coverage, as in El-Yaniv and Wiener, "On the Foundations
 * of Noise-free Selective Classification" (2010). Not thread-safe.
 */
final class RiskCoverage {

    /** Fewer answers say nothing about how many are wrong. */
    private static final int LEAST = 20;

    private static final double HALF_THE_WORDS = 0.5;

    private static final int BINS = 10;

    private static final Axis COVERAGE =
            new Axis("share of the questions that is answered", List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0), "%.1f", false);
    private static final Axis RISK =
            new Axis("share of these that is wrong", List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0), "%.1f", false);

    private final List<Judged> answers = new ArrayList<>();
    private int questions;

    private record Judged(double confidence, boolean exact, boolean near) {}

    /** @param answer given without regard to its confidence */
    void count(GoldQuestion question, Answer answer) {
        questions++;
        Fact fact = answer.fact();
        if (fact != null) {
            double f1 = AnswerFigures.f1(question, fact);
            answers.add(new Judged(fact.confidence(), AnswerFigures.isExact(question, fact), f1 >= HALF_THE_WORDS));
        }
    }

    /**
     * How far the stated confidence is from the share of answers that have half the words of a right one: the mean over ten equal bins of
     * confidence, weighted by their answers, 0 to 1 (expected calibration error as in Guo et al., "On Calibration of Modern Neural
     * Networks", 2017); 0 without answers.
     */
    double calibrationError() {
        double[] excess = new double[BINS];
        for (Judged answer : answers) {
            int bin = Math.min(BINS - 1, (int) (answer.confidence() * BINS));
            excess[bin] += answer.confidence() - (answer.near() ? 1 : 0);
        }
        return answers.isEmpty() ? 0 : Arrays.stream(excess).map(Math::abs).sum() / answers.size();
    }

    LineChart chart() {
        answers.sort(Comparator.comparingDouble(Judged::confidence).reversed());
        List<Point> exact = new ArrayList<>();
        List<Point> near = new ArrayList<>();
        int wrong = 0;
        int far = 0;
        for (int i = 0; i < answers.size(); i++) {
            wrong += answers.get(i).exact() ? 0 : 1;
            far += answers.get(i).near() ? 0 : 1;
            if (i + 1 >= LEAST) {
                double coverage = (i + 1.0) / questions;
                exact.add(new Point(coverage, wrong / (i + 1.0)));
                near.add(new Point(coverage, far / (i + 1.0)));
            }
        }
        return new LineChart(
                String.format(Locale.ROOT, "Wrong answers by how many are given (%,d questions)", questions),
                COVERAGE,
                RISK,
                List.of(new Line("not word for word right", exact), new Line("not half of the words right", near)));
    }
}
