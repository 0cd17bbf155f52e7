package io.dateline.answering;

import io.dateline.corpus.Sentence;
import io.dateline.inference.SpanReader;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads with a trained span reader. Among the spans of all passages the one is chosen that the reader, retrieval, other articles and
 * the form of the question speak for together, see {@link SpanJudge}.
 */
final class SpanAnswerReader implements AnswerReader {

    private static final int SPANS_OF_A_PASSAGE = 3;

    /** Keeps log-odds finite. */
    private static final double SURE = 1e-4;

    private final SpanReader reader;

    SpanAnswerReader(SpanReader reader) {
        this.reader = reader;
    }

    /** @param key the same for spans that say the same */
    private record Candidate(Finding finding, String key, double probability) {}

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        List<Candidate> candidates = candidates(question, evidence);
        double best = evidence.stream().mapToDouble(Evidence::score).max().orElse(0);
        Map<String, Finding> chosen = new LinkedHashMap<>();
        candidates.stream()
                .map(candidate -> Map.entry(candidate, known(candidate, question, candidates, best)))
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<Candidate, SpanJudge.Known> e) -> -SpanJudge.choice(e.getValue()))
                        .thenComparing(e -> e.getKey().finding().evidence().articleId())
                        .thenComparingInt(e -> e.getKey().finding().sentence().start()))
                .forEach(e -> chosen.putIfAbsent(
                        e.getKey().key(), e.getKey().finding().withScore(SpanJudge.confidence(e.getValue()))));
        List<Finding> findings = List.copyOf(chosen.values());
        return findings.isEmpty()
                ? Reading.NOTHING
                : new Reading(findings, findings.getFirst().score());
    }

    private List<Candidate> candidates(QuestionAnalysis question, List<Evidence> evidence) {
        List<List<AnswerSpan>> spans = reader.read(
                question.text(),
                evidence.stream()
                        .map(e -> new SpanReader.Text(e.title(), e.text()))
                        .toList(),
                SPANS_OF_A_PASSAGE);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            for (AnswerSpan span : spans.get(i)) {
                finding(question, evidence.get(i), span)
                        .ifPresent(finding -> candidates.add(new Candidate(finding, key(finding), span.probability())));
            }
        }
        return candidates;
    }

    private static SpanJudge.Known known(
            Candidate candidate, QuestionAnalysis question, List<Candidate> all, double bestScore) {
        double probability = Math.clamp(candidate.probability(), SURE, 1 - SURE);
        Sentence answer = candidate.finding().answer();
        return new SpanJudge.Known(
                Math.log(probability / (1 - probability)),
                candidate.finding().evidence().score() - bestScore,
                agreement(candidate, all),
                answer == null ? 0 : AnswerSpotter.form(question, answer.text()),
                answer == null ? 0 : repeated(question, answer.text()));
    }

    /** Each other article counts once. */
    private static double agreement(Candidate candidate, List<Candidate> all) {
        Map<String, Double> others = new HashMap<>();
        for (Candidate other : all) {
            String article = other.finding().evidence().articleId();
            if (other.key().equals(candidate.key())
                    && !article.equals(candidate.finding().evidence().articleId())) {
                others.merge(article, other.probability(), Math::max);
            }
        }
        return others.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double repeated(QuestionAnalysis question, String answer) {
        List<Term> words = Term.of(answer);
        long asked = words.stream()
                .filter(word -> question.terms().stream().anyMatch(word::resembles))
                .count();
        return words.isEmpty() ? 0 : (double) asked / words.size();
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
}
