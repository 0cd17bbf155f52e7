package io.dateline.answering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a question asks who holds an {@link Office} now, takes the one whom the newest article names, among those of whom the reader is
 * about as sure as of the best.
 */
final class IncumbentReader implements AnswerReader {

    /** Of the confidence in the best. Set by hand on 25 offices. */
    private static final double ABOUT_AS_SURE = 0.6;

    private static final Comparator<Finding> BY_DAY = Comparator.comparing(
            finding -> Objects.requireNonNullElse(finding.evidence().publishedAt(), LocalDate.MIN));

    private final AnswerReader reader;

    IncumbentReader(AnswerReader reader) {
        this.reader = reader;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        Reading reading = reader.read(question, evidence);
        Office office = question.office();
        return office == null
                ? reading
                : incumbent(office, reading)
                        .map(newest -> first(newest, reading))
                        .orElse(reading);
    }

    /** The surest of the newest articles, unless the best is as new. */
    private static Optional<Finding> incumbent(Office office, Reading reading) {
        return reading.findings().stream()
                .filter(finding -> finding.answer() != null
                        && finding.score() >= ABOUT_AS_SURE * reading.confidence()
                        && office.isNamedIn(finding.sentence()))
                .max(BY_DAY.thenComparingDouble(Finding::score))
                .filter(newest -> BY_DAY.compare(newest, reading.findings().getFirst()) > 0);
    }

    private static Reading first(Finding newest, Reading reading) {
        List<Finding> findings = new ArrayList<>(reading.findings());
        findings.remove(newest);
        findings.addFirst(newest.withScore(reading.confidence()));
        return new Reading(findings, reading.confidence());
    }
}
