package io.dateline.answering;

import io.dateline.answering.WordCoverage.Covered;
import io.dateline.corpus.Sentence;
import io.dateline.inference.Embeddings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private static final double WORDS = 0.55;
    private static final double MEANING = 0.45;

    /** bge-small puts unrelated sentences at a cosine near 0.5 and paraphrases near 0.9. */
    private static final double UNRELATED = 0.5;

    private static final double PARAPHRASE = 0.9;

    private static final double WITHOUT_FORM = 0.6;

    private final Embeddings embeddings;

    SentenceReader(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        WordCoverage coverage = WordCoverage.of(question, evidence);
        List<Finding> findings = scored(question, coverage.best(COMPARED)).stream()
                .sorted(Comparator.comparingDouble(Finding::score)
                        .reversed()
                        .thenComparing(f -> f.evidence().articleId())
                        .thenComparingInt(f -> f.sentence().start()))
                .toList();
        if (findings.isEmpty()) {
            return Reading.NOTHING;
        }
        Finding best = findings.getFirst();
        return new Reading(findings, best.score() * coverage.doubt(best.evidence(), best.sentence()));
    }

    /** In the order given: by words and meaning, or by words alone while the embedding model is not there. */
    List<Finding> scored(QuestionAnalysis question, List<Covered> byWords) {
        if (byWords.isEmpty()) {
            return List.of();
        }
        Optional<float[]> asked = embeddings.ofQuery(question.text());
        List<float[]> said = asked.isEmpty()
                ? List.of()
                : embeddings.ofPassages(
                        byWords.stream().map(c -> c.sentence().text()).toList());
        List<Finding> scored = new ArrayList<>();
        for (int i = 0; i < byWords.size(); i++) {
            Covered words = byWords.get(i);
            Sentence sentence = words.sentence();
            double score = asked.isEmpty()
                    ? words.share()
                    : WORDS * words.share() + MEANING * likeness(asked.get(), said.get(i));
            double form = AnswerSpotter.holdsForm(question, sentence.text()) ? 1 : WITHOUT_FORM;
            scored.add(new Finding(
                    words.evidence(),
                    sentence,
                    AnswerSpotter.spot(question, sentence).orElse(null),
                    score * form));
        }
        return scored;
    }

    /** 0 for unrelated sentences to 1 for paraphrases; the vectors have unit length. */
    private static double likeness(float[] a, float[] b) {
        double cosine = 0;
        for (int i = 0; i < a.length; i++) {
            cosine += a[i] * b[i];
        }
        return Math.clamp((cosine - UNRELATED) / (PARAPHRASE - UNRELATED), 0, 1);
    }
}
