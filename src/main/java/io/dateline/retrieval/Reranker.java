package io.dateline.retrieval;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import io.dateline.retrieval.Hit.StageRank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders the first hits anew, by how surely a model finds an answer in each and by where they stood. Never adds or drops a hit; when the
 * model fails, they stay as they were.
 *
 * @param depth hits that are looked at; the others follow in their order
 * @param model whose scores are probabilities
 * @param weight what one of the log-odds is worth, in the unit of the hits' own scores
 */
record Reranker(ScoringModel model, int depth, double weight) {

    /** Nobody is surer than this. */
    private static final double SURE = 0.001;

    private static final Logger log = LoggerFactory.getLogger(Reranker.class);

    List<Hit> rerank(String question, List<Hit> hits) {
        List<Hit> first = hits.subList(0, Math.min(depth, hits.size()));
        List<Double> scores;
        try {
            scores = model.scoreAll(first.stream().map(Reranker::segment).toList(), question)
                    .content();
        } catch (RuntimeException e) {
            log.warn("The reader failed, what it would have ordered stays as it is", e);
            return hits;
        }
        List<Integer> order = IntStream.range(0, first.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -first.get(i).score() - gain(scores.get(i))))
                .toList();
        List<Hit> reranked = new ArrayList<>(hits.size());
        for (int i : order) {
            Hit hit = first.get(i);
            reranked.add(hit.and(
                    hit.score() + gain(scores.get(i)),
                    new StageRank(Stage.READER.label(), reranked.size() + 1, scores.get(i))));
        }
        reranked.addAll(hits.subList(first.size(), hits.size()));
        return List.copyOf(reranked);
    }

    private double gain(double probability) {
        double doubted = Math.clamp(probability, SURE, 1 - SURE);
        return weight * Math.log(doubted / (1 - doubted));
    }

    private static TextSegment segment(Hit hit) {
        return TextSegment.from(
                hit.passage().text(),
                Metadata.from(Map.of("title", hit.article().title())));
    }
}
