package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a question asks what somebody said, prefers the sentences in which they speak, and doubts where they speak in none. */
final class SpeechReader implements AnswerReader {

    /** Enough to refuse what was not found with much confidence. */
    private static final double SPEAKS_NOWHERE = 0.5;

    /** A sentence in which who is asked about speaks on the very topic answers, even where the reader is less sure. */
    private static final double STATES_IT = 0.45;

    /** Fewer words that carry meaning are a piece of a statement: "as soon as possible". */
    private static final int STATEMENT = 4;

    private final AnswerReader reader;

    SpeechReader(AnswerReader reader) {
        this.reader = reader;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        Reading reading = reader.read(question, evidence);
        Optional<Speech> speech = Speech.askedFor(question);
        return speech.map(asked -> withStatements(asked, evidence, preferringSpoken(asked, reading)))
                .orElse(reading);
    }

    private static Reading withStatements(Speech asked, List<Evidence> evidence, Reading reading) {
        if (reading.confidence() >= STATES_IT) {
            return reading;
        }
        List<Finding> findings = new ArrayList<>();
        for (Evidence passage : evidence) {
            for (Sentence sentence : passage.sentences()) {
                if (asked.isStatementOnTopic(sentence.text(), passage.title())) {
                    findings.add(new Finding(passage, sentence, null, STATES_IT));
                }
            }
        }
        if (findings.isEmpty()) {
            return reading;
        }
        findings.sort(Comparator.comparingLong(
                finding -> -asked.onTopic(finding.sentence().text())));
        reading.findings().stream()
                .filter(finding -> findings.stream().noneMatch(f -> f.sentence().equals(finding.sentence())))
                .forEach(findings::add);
        return new Reading(findings, STATES_IT);
    }

    private static Reading preferringSpoken(Speech asked, Reading reading) {
        if (reading.findings().isEmpty()) {
            return reading;
        }
        List<Finding> spoken = new ArrayList<>();
        List<Finding> others = new ArrayList<>();
        for (Finding finding : reading.findings()) {
            String sentence = finding.sentence().text();
            boolean speaks = asked.isIn(sentence)
                    && asked.touchesTopic(finding.evidence().title() + "\n" + sentence);
            (speaks ? spoken : others).add(withoutFragment(finding));
        }
        if (spoken.isEmpty()) {
            return new Reading(others, SPEAKS_NOWHERE * reading.confidence());
        }
        double kept = spoken.getFirst().score()
                / Math.max(reading.findings().getFirst().score(), Double.MIN_NORMAL);
        spoken.addAll(others);
        return new Reading(spoken, Math.min(1, kept) * reading.confidence());
    }

    /** Where a few words of what was said are all that was pointed at, the whole sentence is the answer. */
    private static Finding withoutFragment(Finding finding) {
        boolean isFragment =
                finding.answer() != null && Term.of(finding.answer().text()).size() < STATEMENT;
        return isFragment ? new Finding(finding.evidence(), finding.sentence(), null, finding.score()) : finding;
    }
}
