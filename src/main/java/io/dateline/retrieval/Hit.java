package io.dateline.retrieval;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage that was retrieved, and why.
 *
 * @param article the article the passage belongs to
 * @param score of the last stage; higher is better, comparable only within one result
 * @param explanation one entry for each stage that ranked the passage, in the order of the stages
 * @param copies how many other articles with the same text were found, for which this one stands
 */
public record Hit(Passage passage, Article article, double score, List<StageRank> explanation, int copies) {

    public Hit {
        explanation = List.copyOf(explanation);
    }

    /** Of an article without copies. */
    public Hit(Passage passage, Article article, double score, List<StageRank> explanation) {
        this(passage, article, score, explanation, 0);
    }

    Hit withCopies(int number) {
        return new Hit(passage, article, score, explanation, number);
    }

    Hit and(double newScore, StageRank stage) {
        List<StageRank> stages = new ArrayList<>(explanation);
        stages.add(stage);
        return new Hit(passage, article, newScore, stages, copies);
    }

    /**
     * Where a stage of retrieval put the passage.
     *
     * @param stage the label of a {@link Stage}
     * @param rank from 1
     */
    public record StageRank(String stage, int rank, double score) {}
}
