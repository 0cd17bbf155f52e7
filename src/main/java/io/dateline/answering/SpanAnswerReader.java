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
import java.util.regex.Pattern;

/**
 * Reads with a trained span reader. Among the spans of all passages the one is chosen that the reader, its day, other articles and
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

    /**
     * A span that was read, in its sentence.
     *
     * @param key the same for spans that say the same
     */
    private record Read(Finding finding, String key, double probability) {}

    /** A span, the same spans of other articles, and what speaks for it. */
    record Candidate(Finding finding, String key, SpanJudge.Known known) {}

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        List<Candidate> candidates = candidates(question, evidence);
        Map<String, Finding> chosen = new LinkedHashMap<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble((Candidate c) -> -SpanJudge.choice(c.known()))
                        .thenComparing(c -> c.finding().evidence().articleId())
                        .thenComparingInt(c -> c.finding().sentence().start()))
                .forEach(c -> chosen.putIfAbsent(
                        c.key(), c.finding().withScore(SpanJudge.confidence(c.known(), lead(c, candidates)))));
        List<Finding> findings = List.copyOf(chosen.values());
        return findings.isEmpty()
                ? Reading.NOTHING
                : new Reading(findings, findings.getFirst().score());
    }

    private static double lead(Candidate span, List<Candidate> all) {
        double best = all.stream()
                .filter(other -> !other.key().equals(span.key()))
                .mapToDouble(other -> SpanJudge.choice(other.known()))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        return SpanJudge.choice(span.known()) - best;
    }

    /** In the order of the evidence. */
    List<Candidate> candidates(QuestionAnalysis question, List<Evidence> evidence) {
        List<Read> spans = spans(question, evidence);
        double latest = evidence.stream().mapToDouble(Evidence::recency).max().orElse(0);
        int articles =
                (int) evidence.stream().map(Evidence::articleId).distinct().count();
        WordCoverage coverage = WordCoverage.of(question, evidence);
        return spans.stream()
                .map(span -> new Candidate(
                        span.finding(), span.key(), known(span, question, spans, latest, articles, coverage)))
                .toList();
    }

    private List<Read> spans(QuestionAnalysis question, List<Evidence> evidence) {
        List<List<AnswerSpan>> spans = reader.read(
                question.text(),
                evidence.stream()
                        .map(e -> new SpanReader.Text(e.title(), e.text()))
                        .toList(),
                SPANS_OF_A_PASSAGE);
        List<Read> read = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            for (AnswerSpan span : spans.get(i)) {
                finding(question, evidence.get(i), span)
                        .filter(finding ->
                                finding.answer() == null || mayAnswer(question, finding.sentence(), finding.answer()))
                        .ifPresent(finding -> read.add(new Read(finding, key(finding), span.probability())));
            }
        }
        return read;
    }

    private static boolean mayAnswer(QuestionAnalysis question, Sentence sentence, Sentence answer) {
        return !ObjectOfVerb.is(question, sentence, answer) && !DatedThing.isYearOf(question, sentence, answer);
    }

    private static SpanJudge.Known known(
            Read span, QuestionAnalysis question, List<Read> all, double latest, int articles, WordCoverage coverage) {
        double probability = Math.clamp(span.probability(), SURE, 1 - SURE);
        Finding finding = span.finding();
        Sentence answer = finding.answer();
        return new SpanJudge.Known(
                Math.log(probability / (1 - probability)),
                finding.evidence().recency() - latest,
                agreement(span, all),
                answer != null && isInHeadline(answer.text(), finding.evidence().title()),
                answer == null ? 0 : AnswerSpotter.form(question, answer.text()),
                answer == null ? 0 : type(question, answer.text()),
                answer == null ? 0 : repeated(question, answer.text()),
                coverage.share(finding.evidence(), finding.sentence())
                        * coverage.doubt(finding.evidence(), finding.sentence()),
                articles);
    }

    /** As words: "Belarusian" does not say "Belarus". The numbers of headlines count what is listed below them. */
    private static boolean isInHeadline(String answer, String headline) {
        return answer.codePoints().anyMatch(Character::isLetter)
                && Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(answer) + "(?![\\p{L}\\p{N}])")
                        .matcher(headline)
                        .find();
    }

    /** Each other article counts once. */
    private static double agreement(Read span, List<Read> all) {
        Map<String, Double> others = new HashMap<>();
        for (Read other : all) {
            String article = other.finding().evidence().articleId();
            if (other.key().equals(span.key())
                    && !article.equals(span.finding().evidence().articleId())) {
                others.merge(article, other.probability(), Math::max);
            }
        }
        return others.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static int type(QuestionAnalysis question, String answer) {
        AnswerType type = question.answerType();
        return type == null ? 0 : type.fit(answer);
    }

    private static double repeated(QuestionAnalysis question, String answer) {
        List<Term> words = Term.of(answer);
        long asked =
                words.stream().filter(word -> word.isAmong(question.terms())).count();
        return words.isEmpty() ? 0 : (double) asked / words.size();
    }

    /** The span in its sentence; a span that runs over the end of its sentence is cut there. */
    private static Optional<Finding> finding(QuestionAnalysis question, Evidence evidence, AnswerSpan span) {
        int start = evidence.start() + span.start();
        return evidence.sentences().stream()
                .filter(s -> s.start() <= start && start < s.end())
                .findFirst()
                .map(sentence -> {
                    Optional<Sentence> subject = RelativeClause.subject(question, sentence);
                    if (subject.isPresent()) {
                        return new Finding(evidence, sentence, subject.get(), span.probability());
                    }
                    int end = Math.min(evidence.start() + span.end(), sentence.end());
                    String text = sentence.text().substring(start - sentence.start(), end - sentence.start());
                    boolean decides = question.kind() == QuestionKind.YES_NO
                            || text.isBlank()
                            || ObjectOfVerb.isInside(question, text);
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
