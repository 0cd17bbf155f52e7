package io.dateline.answering;

import io.dateline.corpus.Sentence;
import io.dateline.inference.SpanReader;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads with a trained span reader. Answers of several articles that agree add up: their probabilities are joined as those of
 * independent witnesses, 1 − Π(1 − p), each article counted once.
 */
final class SpanAnswerReader implements AnswerReader {

    private static final int SPANS_OF_A_PASSAGE = 3;

    private final SpanReader reader;

    SpanAnswerReader(SpanReader reader) {
        this.reader = reader;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        List<List<AnswerSpan>> spans = reader.read(
                question.text(),
                evidence.stream()
                        .map(e -> new SpanReader.Text(e.title(), e.text()))
                        .toList(),
                SPANS_OF_A_PASSAGE);
        Map<String, Witnesses> byAnswer = new LinkedHashMap<>();
        for (int i = 0; i < evidence.size(); i++) {
            for (AnswerSpan span : spans.get(i)) {
                finding(question, evidence.get(i), span)
                        .ifPresent(finding -> byAnswer.computeIfAbsent(key(finding), key -> new Witnesses())
                                .add(finding));
            }
        }
        List<Finding> findings = byAnswer.values().stream()
                .map(Witnesses::joined)
                .sorted(Comparator.comparingDouble(Finding::score)
                        .reversed()
                        .thenComparing(f -> f.evidence().articleId())
                        .thenComparingInt(f -> f.sentence().start()))
                .toList();
        return findings.isEmpty()
                ? Reading.NOTHING
                : new Reading(findings, findings.getFirst().score());
    }

    /** The span in its sentence; a span that runs over the end of its sentence is cut there. */
    private static Optional<Finding> finding(QuestionAnalysis question, Evidence evidence, AnswerSpan span) {
        int start = evidence.start() + span.start();
        return evidence.sentences().stream()
                .filter(s -> s.start() <= start && start < s.end())
                .findFirst()
                .map(sentence -> {
                    int end = Math.min(evidence.start() + span.end(), sentence.end());
                    String text = sentence.text().substring(start - sentence.start(), end - sentence.start());
                    boolean decides = question.kind() == QuestionKind.YES_NO || text.isBlank();
                    return new Finding(
                            evidence, sentence, decides ? null : new Sentence(start, end, text), span.probability());
                });
    }

    private static String key(Finding finding) {
        Sentence answer = finding.answer() == null ? finding.sentence() : finding.answer();
        List<String> stems =
                Term.of(answer.text()).stream().map(Term::stem).sorted().toList();
        return stems.isEmpty() ? Term.fold(answer.text()) : String.join(" ", stems);
    }

    /** The findings of one answer. */
    private static final class Witnesses {

        private final List<Finding> findings = new ArrayList<>();

        void add(Finding finding) {
            findings.add(finding);
        }

        Finding joined() {
            findings.sort(Comparator.comparingDouble(Finding::score).reversed());
            Finding best = findings.getFirst();
            Set<String> heard = new HashSet<>();
            double allWrong = 1;
            for (Finding finding : findings) {
                if (heard.add(finding.evidence().articleId())) {
                    allWrong *= 1 - finding.score();
                }
            }
            return new Finding(best.evidence(), best.sentence(), best.answer(), 1 - allWrong);
        }
    }
}
