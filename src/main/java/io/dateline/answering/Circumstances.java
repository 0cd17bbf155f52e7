package io.dateline.answering;

import static java.util.Comparator.comparingDouble;

import io.dateline.corpus.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What speaks for a span beside the reader: its day, other articles, headlines, its form and its sentence. Immutable. */
final class Circumstances {

    /** Keeps log-odds finite. */
    private static final double SURE = 1e-4;

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final QuestionAnalysis question;
    private final List<ReadSpan> spans;
    private final List<String> headlines;
    private final int articles;
    private final double latest;
    private final WordCoverage coverage;
    private final Map<Evidence, Double> passageCoverage;

    /** @param spans all that were read in the evidence */
    Circumstances(QuestionAnalysis question, List<Evidence> evidence, List<ReadSpan> spans) {
        this.question = question;
        this.spans = spans;
        this.headlines = evidence.stream().map(Evidence::title).distinct().toList();
        this.articles =
                (int) evidence.stream().map(Evidence::articleId).distinct().count();
        this.latest = evidence.stream().mapToDouble(Evidence::recency).max().orElse(0);
        this.coverage = WordCoverage.of(question, evidence);
        this.passageCoverage =
                evidence.stream().distinct().collect(Collectors.toMap(Function.identity(), coverage::share));
    }

    SpanJudge.Known of(ReadSpan span) {
        double probability = Math.clamp(span.probability(), SURE, 1 - SURE);
        Finding finding = span.finding();
        Evidence evidence = finding.evidence();
        Sentence answer = finding.answer();
        Pattern said = answer == null ? NOTHING : asWords(answer.text());
        return new SpanJudge.Known(
                Math.log(probability / (1 - probability)),
                evidence.recency() - latest,
                agreement(span),
                said.matcher(evidence.title()).find(),
                headlines.stream().anyMatch(headline -> said.matcher(headline).find()),
                answer == null ? 0 : AnswerSpotter.form(question, answer.text()),
                answer == null ? 0 : type(answer.text()),
                answer == null ? 0 : repeated(answer.text()),
                coverage.share(evidence, finding.sentence()) * coverage.doubt(evidence, finding.sentence()),
                passageCoverage.getOrDefault(evidence, 0.0),
                articles);
    }

    /** "Belarusian" does not say "Belarus". The numbers of headlines count what is listed below them, and say nothing. */
    private static Pattern asWords(String answer) {
        return answer.codePoints().anyMatch(Character::isLetter)
                ? Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(answer) + "(?![\\p{L}\\p{N}])")
                : NOTHING;
    }

    /** Each other article counts once, and so does each sentence: one that was copied, as captions are, confirms nothing. */
    private double agreement(ReadSpan span) {
        Map<String, ReadSpan> articles = new HashMap<>();
        for (ReadSpan other : spans) {
            if (other.key().equals(span.key())
                    && !article(other).equals(article(span))
                    && !sentence(other).equals(sentence(span))) {
                articles.merge(article(other), other, BinaryOperator.maxBy(comparingDouble(ReadSpan::probability)));
            }
        }
        Map<String, Double> sentences = new HashMap<>();
        articles.values().forEach(other -> sentences.merge(sentence(other), other.probability(), Math::max));
        return sentences.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String article(ReadSpan span) {
        return span.finding().evidence().articleId();
    }

    private static String sentence(ReadSpan span) {
        return span.finding().sentence().text();
    }

    private int type(String answer) {
        AnswerType type = question.answerType();
        return type == null ? 0 : type.fit(answer);
    }

    private double repeated(String answer) {
        List<Term> words = Term.of(answer);
        long asked =
                words.stream().filter(word -> word.isAmong(question.terms())).count();
        return words.isEmpty() ? 0 : (double) asked / words.size();
    }
}
