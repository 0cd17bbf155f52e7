package io.dateline.answering;

import io.dateline.corpus.Sentence;
import io.dateline.inference.Embeddings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads without a trained reader: takes the sentence that shares most words with the question and lies nearest to it in meaning,
 * and doubts it when a name, the thing asked for or the form of the answer is missing.
 *
 * <p>The weights below were set by hand; how well they tell answers from refusals was measured on QED development questions (see
 * DECISIONS.md).
 */
final class SentenceReader implements AnswerReader {

    /** Sentences whose meaning is compared; each costs some milliseconds. */
    private static final int COMPARED = 10;

    private static final double SAME_WORD = 1;
    private static final double WORD_NEARBY = 0.5;
    private static final double WORDS = 0.55;
    private static final double MEANING = 0.45;

    /** bge-small puts unrelated sentences at a cosine near 0.5 and paraphrases near 0.9. */
    private static final double UNRELATED = 0.5;

    private static final double PARAPHRASE = 0.9;

    private static final double WITHOUT_FORM = 0.6;
    private static final double WITHOUT_NAME = 0.3;
    private static final double WITHOUT_FOCUS = 0.6;
    private static final double WITHOUT_ANY_PREDICATE = 0.5;

    private final Embeddings embeddings;

    SentenceReader(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        List<Candidate> candidates = candidates(evidence);
        Map<String, Double> weights = weights(question, candidates);
        List<Scored> byWords = candidates.stream()
                .map(c -> new Scored(c, coverage(question, c, weights)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(COMPARED)
                .toList();
        if (byWords.isEmpty()) {
            return Reading.NOTHING;
        }
        List<Scored> ranked = withMeaning(question, byWords);
        List<Finding> findings = ranked.stream()
                .map(s -> new Finding(
                        s.candidate.evidence,
                        s.candidate.sentence,
                        AnswerSpotter.spot(question, s.candidate.sentence).orElse(null),
                        s.score))
                .toList();
        Scored best = ranked.getFirst();
        return new Reading(findings, best.score * doubt(question, best.candidate, evidence));
    }

    /** @param words the stems and surroundings are needed again and again, so they are taken once */
    private record Candidate(Evidence evidence, Sentence sentence, List<Term> words, List<Term> nearby) {

        boolean has(Term term) {
            return words.stream().anyMatch(term::resembles);
        }

        boolean hasNearby(Term term) {
            return nearby.stream().anyMatch(term::resembles);
        }
    }

    private record Scored(Candidate candidate, double score) {}

    private static List<Candidate> candidates(List<Evidence> evidence) {
        List<Candidate> candidates = new ArrayList<>();
        for (Evidence passage : evidence) {
            List<Term> before = Term.of(passage.title());
            for (Sentence sentence : passage.sentences()) {
                List<Term> words = Term.of(sentence.text());
                candidates.add(new Candidate(passage, sentence, words, before));
                before = words;
            }
        }
        return candidates;
    }

    /** Rare words weigh more, as in inverse document frequency; sentences are the documents. A missing word weighs most. */
    private static Map<String, Double> weights(QuestionAnalysis question, List<Candidate> candidates) {
        Map<String, Double> weights = new HashMap<>();
        for (Term term : question.terms()) {
            long frequency = candidates.stream().filter(c -> c.has(term)).count();
            weights.put(term.stem(), Math.log(1 + candidates.size() / (1.0 + frequency)));
        }
        return weights;
    }

    /** The weighted share of the question's words that the sentence has, 0 to 1. */
    private static double coverage(QuestionAnalysis question, Candidate candidate, Map<String, Double> weights) {
        double covered = 0;
        double all = 0;
        for (Term term : question.terms()) {
            double weight = weights.getOrDefault(term.stem(), 0.0);
            all += weight;
            covered += weight * (candidate.has(term) ? SAME_WORD : candidate.hasNearby(term) ? WORD_NEARBY : 0);
        }
        return all == 0 ? 0 : covered / all;
    }

    /** Ranks by words and meaning, or by words alone while the embedding model is not there. */
    private List<Scored> withMeaning(QuestionAnalysis question, List<Scored> byWords) {
        Optional<float[]> asked = embeddings.ofQuery(question.text());
        List<float[]> said = asked.isEmpty()
                ? List.of()
                : embeddings.ofPassages(
                        byWords.stream().map(s -> s.candidate.sentence.text()).toList());
        List<Scored> ranked = new ArrayList<>();
        for (int i = 0; i < byWords.size(); i++) {
            Scored words = byWords.get(i);
            double score =
                    asked.isEmpty() ? words.score : WORDS * words.score + MEANING * likeness(asked.get(), said.get(i));
            double form = AnswerSpotter.holdsForm(question, words.candidate.sentence.text()) ? 1 : WITHOUT_FORM;
            ranked.add(new Scored(words.candidate, score * form));
        }
        ranked.sort(Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(s -> s.candidate.evidence.articleId())
                .thenComparingInt(s -> s.candidate.sentence.start()));
        return ranked;
    }

    /** 0 for unrelated sentences to 1 for paraphrases; the vectors have unit length. */
    private static double likeness(float[] a, float[] b) {
        double cosine = 0;
        for (int i = 0; i < a.length; i++) {
            cosine += a[i] * b[i];
        }
        return Math.clamp((cosine - UNRELATED) / (PARAPHRASE - UNRELATED), 0, 1);
    }

    /** A factor of 0 to 1 for what the question names and the evidence lacks. */
    private static double doubt(QuestionAnalysis question, Candidate best, List<Evidence> evidence) {
        double factor = 1;
        List<Term> article = evidence.stream()
                .filter(e -> e.articleId().equals(best.evidence.articleId()))
                .flatMap(e -> Term.of(e.title() + "\n" + e.text()).stream())
                .toList();
        for (Name name : question.names()) {
            boolean known = Term.of(name.text()).stream()
                    .allMatch(part -> article.stream().anyMatch(part::resembles));
            factor *= known ? 1 : WITHOUT_NAME;
        }
        Term focus = question.focus();
        if (focus != null && !best.has(focus) && !best.hasNearby(focus)) {
            factor *= WITHOUT_FOCUS;
        }
        List<Term> predicate =
                question.terms().stream().filter(t -> !question.isName(t)).toList();
        if (!predicate.isEmpty() && predicate.stream().noneMatch(t -> best.has(t) || best.hasNearby(t))) {
            factor *= WITHOUT_ANY_PREDICATE;
        }
        return factor;
    }
}
