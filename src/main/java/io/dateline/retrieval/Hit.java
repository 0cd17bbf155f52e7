package io.dateline.retrieval;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import java.util.List;

/**
 * A passage that was retrieved, and why.
 *
 * @param article the article the passage belongs to
 * @param score of the last stage; higher is better, comparable only within one result
 * @param explanation one entry for each stage that ranked the passage, in the order of the stages
 */
public record Hit(Passage passage, Article article, double score, List<StageRank> explanation) {

    public Hit {
        explanation = List.copyOf(explanation);
    }

    /**
     * Where a stage of retrieval put the passage.
     *
     * @param stage {@code words}, {@code meaning}, {@code fusion} or {@code reader}
     * @param rank from 1
     */
    public record StageRank(String stage, int rank, double score) {}
}
