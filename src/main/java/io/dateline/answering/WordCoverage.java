package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** How much of what a question asks with stands in the sentences of its evidence. Immutable. */
final class WordCoverage {

    private static final double SAME_WORD = 1;
    private static final double WORD_NEARBY = 0.5;

    private static final double WITHOUT_NAME = 0.3;
    private static final double WITHOUT_FOCUS = 0.6;
    private static final double WITHOUT_ANY_PREDICATE = 0.5;

    private final QuestionAnalysis question;
    private final List<Worded> sentences;
    private final Map<String, Double> weights;

    /** By article. */
    private final Map<String, Double> doubtsOfNames;

    private WordCoverage(QuestionAnalysis question, List<Evidence> evidence, List<Worded> sentences) {
        this.question = question;
        this.sentences = sentences;
        this.weights = weights(question, sentences);
        this.doubtsOfNames = evidence.stream()
                .collect(Collectors.groupingBy(
                        Evidence::articleId, Collectors.collectingAndThen(Collectors.toList(), this::doubtOfNames)));
    }

    static WordCoverage of(QuestionAnalysis question, List<Evidence> evidence) {
        List<Worded> sentences = new ArrayList<>();
        for (Evidence passage : evidence) {
            List<Term> before = Term.of(passage.title());
            for (Sentence sentence : passage.sentences()) {
                List<Term> words = Term.of(sentence.text());
                sentences.add(new Worded(passage, sentence, words, before));
                before = words;
            }
        }
        return new WordCoverage(question, evidence, sentences);
    }

    /**
     * A sentence with its words.
     *
     * @param nearby the words of the sentence before it, or of the headline
     */
    private record Worded(Evidence evidence, Sentence sentence, List<Term> words, List<Term> nearby) {

        boolean has(Term term) {
            return term.isAmong(words);
        }

        boolean hasNearby(Term term) {
            return term.isAmong(nearby);
        }
    }

    /** @param share 0 to 1 */
    record Covered(Evidence evidence, Sentence sentence, double share) {}

    /** The sentences that have most of the question's words, best first, in the order of the evidence where they have as much. */
    List<Covered> best(int most) {
        return sentences.stream()
                .map(s -> new Covered(s.evidence, s.sentence, share(s)))
                .sorted(Comparator.comparingDouble(Covered::share).reversed())
                .limit(most)
                .toList();
    }

    /** The weighted share of the question's words that the sentence has, 0 to 1; those of the sentence before count half. */
    double share(Evidence passage, Sentence sentence) {
        return share(worded(passage, sentence));
    }

    /** The weighted share of the question's words that the passage or its headline has, 0 to 1. */
    double share(Evidence passage) {
        List<Worded> its =
                sentences.stream().filter(s -> s.evidence.equals(passage)).toList();
        List<Term> headline = Term.of(passage.title());
        return share(term -> term.isAmong(headline) || its.stream().anyMatch(s -> s.has(term)) ? SAME_WORD : 0);
    }

    /** A factor of 0 to 1 for what the question names and the sentence, or the evidence from its article, lacks. */
    double doubt(Evidence passage, Sentence sentence) {
        Worded best = worded(passage, sentence);
        double factor = doubtOfNames(passage);
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

    /** The part of the doubt that comes from names which the evidence from the passage's article lacks. */
    double doubtOfNames(Evidence passage) {
        return doubtsOfNames.getOrDefault(passage.articleId(), 1.0);
    }

    private double doubtOfNames(List<Evidence> ofArticle) {
        if (question.names().isEmpty()) {
            return 1;
        }
        Mentions article = Mentions.in(ofArticle);
        return question.names().stream()
                .mapToDouble(name -> article.hasAll(Term.of(name.text())) ? 1 : WITHOUT_NAME)
                .reduce(1, (a, b) -> a * b);
    }

    private Worded worded(Evidence passage, Sentence sentence) {
        return sentences.stream()
                .filter(s -> s.sentence.equals(sentence) && s.evidence.equals(passage))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a sentence of the evidence: " + sentence));
    }

    /** Rare words weigh more, as in inverse document frequency; sentences are the documents. A missing word weighs most. */
    private static Map<String, Double> weights(QuestionAnalysis question, List<Worded> sentences) {
        Map<String, Double> weights = new HashMap<>();
        for (Term term : question.terms()) {
            long frequency = sentences.stream().filter(s -> s.has(term)).count();
            weights.put(term.stem(), Math.log(1 + sentences.size() / (1.0 + frequency)));
        }
        return weights;
    }

    private double share(Worded sentence) {
        return share(term -> sentence.has(term) ? SAME_WORD : sentence.hasNearby(term) ? WORD_NEARBY : 0);
    }

    private double share(ToDoubleFunction<Term> has) {
        double covered = 0;
        double all = 0;
        for (Term term : question.terms()) {
            double weight = weights.getOrDefault(term.stem(), 0.0);
            all += weight;
            covered += weight * has.applyAsDouble(term);
        }
        return all == 0 ? 0 : covered / all;
    }
}
