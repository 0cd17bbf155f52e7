package io.dateline.answering;

import io.dateline.answering.WordCoverage.Covered;
import io.dateline.corpus.Sentence;
import io.dateline.inference.SpanReader;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the sentence that decides a yes/no question, and leaves the yes and the no to whoever reads it. A span reader knows no yes and no,
 * but it tells who did it: it is asked for the question's subject, and a sentence counts when it gives just that. {@link SentenceReader}
 * says how much of the whole question stands there.
 */
final class YesNoReader implements AnswerReader {

    private static final int SPANS_OF_A_PASSAGE = 3;

    /** Sentences whose words and meaning are compared; each costs some milliseconds. */
    private static final int COMPARED = 10;

    private final SpanReader spans;
    private final SentenceReader sentences;

    YesNoReader(SpanReader spans, SentenceReader sentences) {
        this.spans = spans;
        this.sentences = sentences;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        WordCoverage coverage = WordCoverage.of(question, evidence);
        List<Finding> told = told(question, evidence).stream()
                .sorted(Comparator.comparingDouble(Finding::score).reversed())
                .limit(COMPARED)
                .filter(finding -> !finding.isInQuestion())
                .toList();
        List<Finding> scored = sentences.scored(
                question,
                told.stream()
                        .map(t -> new Covered(t.evidence(), t.sentence(), coverage.share(t.evidence(), t.sentence())))
                        .toList());
        List<Finding> findings = IntStream.range(0, told.size())
                .mapToObj(i -> {
                    double words = scored.get(i).score()
                            * coverage.doubtOfNames(told.get(i).evidence());
                    return scored.get(i).withScore(Math.sqrt(words * told.get(i).score()));
                })
                .sorted(Comparator.comparingDouble(Finding::score).reversed())
                .toList();
        return findings.isEmpty()
                ? Reading.NOTHING
                : new Reading(findings, findings.getFirst().score());
    }

    /** The sentences whose best span, of those that begin in them, gives the subject; the score is how likely it does. */
    private List<Finding> told(QuestionAnalysis question, List<Evidence> evidence) {
        Optional<MaskedSubject> masked = MaskedSubject.of(question);
        List<List<AnswerSpan>> read = spans.read(
                masked.map(MaskedSubject::question).orElse(question.text()),
                evidence.stream().map(Evidence::readable).toList(),
                SPANS_OF_A_PASSAGE);
        List<Finding> told = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            Evidence passage = evidence.get(i);
            Set<Sentence> seen = new HashSet<>();
            for (AnswerSpan span : read.get(i)) {
                String words = passage.text().substring(span.start(), span.end());
                passage.sentenceAt(passage.start() + span.start())
                        .filter(seen::add)
                        .filter(sentence ->
                                masked.map(subject -> subject.isNamedBy(words)).orElse(true))
                        .ifPresent(sentence -> told.add(new Finding(passage, sentence, null, span.probability())));
            }
        }
        return told;
    }
}
