package io.dateline.answering;

import io.dateline.corpus.Sentence;
import io.dateline.inference.SpanReader;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the sentence that decides a yes/no question, and leaves the yes and the no to whoever reads it. A span reader knows no yes and no,
 * but it tells who did it: it is asked for the question's subject, and a sentence counts when it gives just that. {@link SentenceReader}
 * says how much of the whole question stands there.
 */
final class YesNoReader implements AnswerReader {

    private static final int SPANS_OF_A_PASSAGE = 3;

    private final SpanReader spans;
    private final AnswerReader sentences;

    YesNoReader(SpanReader spans, AnswerReader sentences) {
        this.spans = spans;
        this.sentences = sentences;
    }

    private record Place(Evidence evidence, Sentence sentence) {}

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        WordCoverage coverage = WordCoverage.of(question, evidence);
        Map<Place, Double> told = told(question, evidence);
        List<Finding> findings = sentences.read(question, evidence).findings().stream()
                .filter(finding -> !isQuestion(finding.sentence().text()))
                .map(finding -> finding.withScore(Math.sqrt(finding.score()
                        * coverage.doubt(finding.evidence(), finding.sentence())
                        * told.getOrDefault(new Place(finding.evidence(), finding.sentence()), 0.0))))
                .sorted(Comparator.comparingDouble(Finding::score).reversed())
                .toList();
        return findings.isEmpty()
                ? Reading.NOTHING
                : new Reading(findings, findings.getFirst().score());
    }

    /** How likely each sentence gives the subject, as the best span that begins in it says; 0 where that is something else. */
    private Map<Place, Double> told(QuestionAnalysis question, List<Evidence> evidence) {
        Optional<MaskedSubject> masked = MaskedSubject.of(question);
        List<List<AnswerSpan>> read = spans.read(
                masked.map(MaskedSubject::question).orElse(question.text()),
                evidence.stream()
                        .map(e -> new SpanReader.Text(e.title(), e.text()))
                        .toList(),
                SPANS_OF_A_PASSAGE);
        Map<Place, Double> told = new HashMap<>();
        for (int i = 0; i < evidence.size(); i++) {
            Evidence passage = evidence.get(i);
            for (AnswerSpan span : read.get(i)) {
                String words = passage.text().substring(span.start(), span.end());
                boolean fits = masked.isEmpty() || masked.get().isNamedBy(words);
                passage.sentenceAt(passage.start() + span.start())
                        .ifPresent(sentence ->
                                told.putIfAbsent(new Place(passage, sentence), fits ? span.probability() : 0));
            }
        }
        return told;
    }

    /** "Why did she resign?" above a paragraph does not say that she did. */
    private static boolean isQuestion(String sentence) {
        return sentence.matches("(?s).*\\?[\\s”\"’')]*");
    }
}
