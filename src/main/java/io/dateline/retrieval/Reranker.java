package io.dateline.retrieval;

import io.dateline.inference.SpanReader;
import io.dateline.inference.SpanReader.AnswerSpan;
import io.dateline.retrieval.Hit.StageRank;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders the first hits anew, by how likely each holds an answer that none before it held, and by where they stood. What the reader takes
 * for the answer in one of them speaks for each that has the same words, so that what several say comes first and what else it may be
 * right behind. This is IA-Select of Agrawal, Gollapudi, Halverson and Ieong, "Diversifying Search Results" (WSDM 2009), with answers
 * for a question's intents. Never adds or drops a hit; when the reader fails, they stay as they were.
 *
 * @param depth hits that are read; the others follow in their order
 * @param weight of the natural logarithm of that likelihood, in the unit of the hits' own scores
 */
record Reranker(SpanReader reader, int depth, double weight) {

    /** A hit without a new answer is as likely right as this, so that its own score decides among such. */
    private static final double OTHERWISE = 0.01;

    /** Keeps odds finite. */
    private static final double SURE = 1e-6;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}");

    private static final Logger log = LoggerFactory.getLogger(Reranker.class);

    /** @param answers of those that were read anywhere, the ones whose words it has */
    private record Candidate(Hit hit, List<String> answers) {

        double share(Map<String, Double> unseen) {
            return answers.stream()
                    .mapToDouble(answer -> unseen.getOrDefault(answer, 0.0))
                    .sum();
        }
    }

    List<Hit> rerank(String question, List<Hit> hits) {
        List<Hit> first = hits.subList(0, Math.min(depth, hits.size()));
        List<List<AnswerSpan>> spans;
        try {
            spans = reader.read(question, first.stream().map(Reranker::readable).toList(), 1);
        } catch (RuntimeException e) {
            log.warn("The reader failed, what it would have ordered stays as it is", e);
            return hits;
        }
        Map<String, Double> unseen = shares(first, spans);
        List<Candidate> left = candidates(first, unseen);
        List<Hit> reranked = new ArrayList<>(hits.size());
        while (!left.isEmpty()) {
            Candidate next = left.stream()
                    .max(Comparator.comparingDouble(candidate -> score(candidate, unseen)))
                    .orElseThrow();
            left.remove(next);
            StageRank place = new StageRank(Stage.READER.label(), reranked.size() + 1, next.share(unseen));
            reranked.add(next.hit().and(score(next, unseen), place));
            next.answers().forEach(unseen::remove);
        }
        reranked.addAll(hits.subList(first.size(), hits.size()));
        return List.copyOf(reranked);
    }

    private double score(Candidate candidate, Map<String, Double> unseen) {
        return candidate.hit().score() + weight * Math.log(candidate.share(unseen) + OTHERWISE);
    }

    /** What each answer has of the odds of all, by the span that the reader is surest of. */
    private static Map<String, Double> shares(List<Hit> hits, List<List<AnswerSpan>> spans) {
        Map<String, Double> odds = new HashMap<>();
        for (int i = 0; i < hits.size(); i++) {
            for (AnswerSpan span : spans.get(i)) {
                String answer = words(hits.get(i).passage().text().substring(span.start(), span.end()));
                if (!answer.isBlank()) {
                    double probability = Math.clamp(span.probability(), SURE, 1 - SURE);
                    odds.merge(answer, probability / (1 - probability), Math::max);
                }
            }
        }
        double all = odds.values().stream().mapToDouble(Double::doubleValue).sum();
        odds.replaceAll((answer, its) -> its / all);
        return odds;
    }

    private static List<Candidate> candidates(List<Hit> hits, Map<String, Double> answers) {
        List<Candidate> candidates = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            String text = words(hit.passage().text());
            candidates.add(new Candidate(
                    hit, answers.keySet().stream().filter(text::contains).toList()));
        }
        return candidates;
    }

    /** In small letters without accents, with a space before and behind each. */
    private static String words(String text) {
        String plain =
                MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return " "
                + NO_WORD.matcher(plain.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }

    private static SpanReader.Text readable(Hit hit) {
        return new SpanReader.Text(hit.article().title(), hit.passage().text());
    }
}
