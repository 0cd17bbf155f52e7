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

    private static final Pattern ABBREVIATION = Pattern.compile("(?<!\\p{L})\\p{L}\\.\\p{L}$");

    private final SpanReader reader;

    SpanAnswerReader(SpanReader reader) {
        this.reader = reader;
    }

    /** A span, the same spans of other articles, and what speaks for it. */
    record Candidate(Finding finding, String key, SpanJudge.Known known, boolean mayAnswer) {}

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        List<Candidate> candidates = candidates(question, evidence);
        Map<String, Double> shares = shares(candidates);
        Map<String, Finding> chosen = new LinkedHashMap<>();
        candidates.stream()
                .filter(Candidate::mayAnswer)
                .sorted(Comparator.comparingDouble((Candidate c) -> -SpanJudge.choice(c.known()))
                        .thenComparing(c -> c.finding().evidence().articleId())
                        .thenComparingInt(c -> c.finding().sentence().start()))
                .forEach(c -> chosen.merge(
                        c.key(),
                        c.finding().withScore(SpanJudge.confidence(c.known(), shares.getOrDefault(c.key(), 0.0))),
                        SpanAnswerReader::ratherStated));
        List<Finding> findings = List.copyOf(chosen.values());
        return findings.isEmpty()
                ? Reading.NOTHING
                : new Reading(findings, findings.getFirst().score());
    }

    /** The first of two that say the same; the other, just as sure, where the first asks and the other states it. */
    private static Finding ratherStated(Finding first, Finding other) {
        return first.isInQuestion() && !other.isInQuestion() ? other.withScore(first.score()) : first;
    }

    /** What each answer has of the odds of all, by its best span. */
    private static Map<String, Double> shares(List<Candidate> candidates) {
        Map<String, Double> odds = new HashMap<>();
        candidates.forEach(c -> odds.merge(c.key(), Math.exp(SpanJudge.choice(c.known())), Math::max));
        double all = odds.values().stream().mapToDouble(Double::doubleValue).sum();
        odds.replaceAll((key, its) -> its / all);
        return odds;
    }

    /** In the order of the evidence. */
    List<Candidate> candidates(QuestionAnalysis question, List<Evidence> evidence) {
        List<ReadSpan> spans = spans(question, evidence);
        Circumstances circumstances = new Circumstances(
                question, evidence, spans.stream().filter(ReadSpan::mayAnswer).toList());
        return spans.stream()
                .map(span -> new Candidate(span.finding(), span.key(), circumstances.of(span), span.mayAnswer()))
                .toList();
    }

    private List<ReadSpan> spans(QuestionAnalysis question, List<Evidence> evidence) {
        List<List<AnswerSpan>> spans = reader.read(
                question.text(), evidence.stream().map(Evidence::readable).toList(), SPANS_OF_A_PASSAGE);
        List<ReadSpan> read = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            for (AnswerSpan span : spans.get(i)) {
                finding(question, evidence.get(i), span)
                        .ifPresent(finding -> read.add(new ReadSpan(
                                finding, key(question, finding), span.probability(), mayAnswer(question, finding))));
            }
        }
        return read;
    }

    private static boolean mayAnswer(QuestionAnalysis question, Finding finding) {
        return finding.answer() == null || mayAnswer(question, finding.sentence(), finding.answer());
    }

    private static boolean mayAnswer(QuestionAnalysis question, Sentence sentence, Sentence answer) {
        return !Negation.isMissing(question, sentence)
                && !ObjectOfVerb.is(question, sentence, answer)
                && !PassiveVoice.namesDoer(question, sentence, answer)
                && !SomebodyElse.didIt(question, sentence, answer)
                && !PlaceOfWriting.is(sentence, answer)
                && !Aside.holds(question, sentence, answer)
                && !Prospect.isMere(question, sentence, answer)
                && !AgeOfSomebody.is(question, answer.text())
                && !DatedThing.isYearOf(question, sentence, answer)
                && !Edition.isOther(question, sentence)
                && !Deed.isMissing(question, sentence)
                && !OtherYear.isTold(question, sentence)
                && !Office.isAnothers(question, sentence, answer);
    }

    /** The span in its sentence; a span that runs over the end of its sentence is cut there. */
    private static Optional<Finding> finding(QuestionAnalysis question, Evidence evidence, AnswerSpan span) {
        int start = evidence.start() + span.start();
        return evidence.sentenceAt(start).map(sentence -> {
            Optional<Sentence> subject = RelativeClause.subject(question, sentence);
            if (subject.isPresent()) {
                return new Finding(evidence, sentence, subject.get(), span.probability());
            }
            int end = withLastPoint(sentence, start, Math.min(evidence.start() + span.end(), sentence.end()));
            String words = sentence.text().substring(start - sentence.start(), end - sentence.start());
            String text = alone(question, evidence, words);
            boolean whole = text.isBlank() || ObjectOfVerb.isInside(question, text);
            return new Finding(
                    evidence,
                    sentence,
                    whole ? null : new Sentence(start, start + text.length(), text),
                    span.probability());
        });
    }

    /** The beginning of the words that says what is asked for, where that can be told. */
    private static String alone(QuestionAnalysis question, Evidence evidence, String words) {
        return switch (question.kind()) {
            case TIME -> DayAlone.of(words, evidence.publishedAt());
            case NUMBER -> CountAlone.of(question, words);
            default -> words;
        };
    }

    /** "U.S." and "5 p.m." are whole with their last point. */
    private static int withLastPoint(Sentence sentence, int start, int end) {
        String words = sentence.text().substring(start - sentence.start(), end - sentence.start());
        boolean isCut = ABBREVIATION.matcher(words).find() && sentence.text().startsWith(".", end - sentence.start());
        return isCut ? end + 1 : end;
    }

    /** "Thursday" of one week is not that of another, and may be "Sept. 8". */
    private static String key(QuestionAnalysis question, Finding finding) {
        return (question.kind() == QuestionKind.TIME ? StatedDays.only(finding) : Optional.<String>empty())
                .orElseGet(() -> key(finding));
    }

    private static String key(Finding finding) {
        String words = finding.words().text();
        List<String> stems = Term.of(words).stream().map(Term::stem).sorted().toList();
        return stems.isEmpty() ? Term.fold(words) : String.join(" ", stems);
    }
}
