package io.dateline.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a question asks what somebody said, prefers the sentences in which they speak, and doubts where they speak in none. */
final class SpeechReader implements AnswerReader {

    /** Enough to refuse what was not found with much confidence. */
    private static final double SPEAKS_NOWHERE = 0.5;

    private final AnswerReader reader;

    SpeechReader(AnswerReader reader) {
        this.reader = reader;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        Reading reading = reader.read(question, evidence);
        Optional<Speech> speech = Speech.askedFor(question);
        if (speech.isEmpty() || reading.findings().isEmpty()) {
            return reading;
        }
        List<Finding> spoken = new ArrayList<>();
        List<Finding> others = new ArrayList<>();
        for (Finding finding : reading.findings()) {
            boolean speaks = speech.get().isIn(finding.sentence().text());
            (speaks ? spoken : others).add(withoutBareName(finding));
        }
        if (spoken.isEmpty()) {
            return new Reading(others, SPEAKS_NOWHERE * reading.confidence());
        }
        double kept = spoken.getFirst().score()
                / Math.max(reading.findings().getFirst().score(), Double.MIN_NORMAL);
        spoken.addAll(others);
        return new Reading(spoken, Math.min(1, kept) * reading.confidence());
    }

    /** Nobody says a name and nothing else; then the whole sentence is the answer. */
    private static Finding withoutBareName(Finding finding) {
        boolean isName = finding.answer() != null
                && Name.in(finding.answer().text()).stream()
                        .anyMatch(name -> name.text().equals(finding.answer().text()));
        return isName ? new Finding(finding.evidence(), finding.sentence(), null, finding.score()) : finding;
    }
}
