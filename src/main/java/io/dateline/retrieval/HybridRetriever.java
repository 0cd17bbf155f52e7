package io.dateline.retrieval;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.dateline.index.ArticleIndex;
import io.dateline.inference.Embeddings;
import io.dateline.retrieval.Hit.StageRank;
import io.dateline.retrieval.ReciprocalRankFusion.Fused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Candidates by words and by meaning, fused by rank. While there is no embedding model, or there are no vectors yet, words
 * alone decide.
 */
final class HybridRetriever implements Retriever {

    /** What {@link ArticleIndex} gives in one list. */
    private static final int MOST_CANDIDATES = 1_000;

    private final ArticleIndex index;
    private final Embeddings embeddings;
    private final int candidates;
    private final Diversity diversity;

    /** @param candidates taken from each stage, 1 to 1,000; more if more hits are wanted */
    HybridRetriever(ArticleIndex index, Embeddings embeddings, int candidates, Diversity diversity) {
        this.index = index;
        this.embeddings = embeddings;
        this.candidates = candidates;
        this.diversity = diversity;
    }

    @Override
    public List<Hit> retrieve(SearchQuery query, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got: " + k);
        }
        int most = Math.min(Math.max(candidates, k), MOST_CANDIDATES);
        List<RankedList> stages = new ArrayList<>();
        stages.add(new RankedList("words", index.byWords(query.text(), query.filter(), most)));
        byMeaning(query, most).ifPresent(stages::add);
        Copies.Collapsed collapsed = Copies.collapse(ReciprocalRankFusion.STANDARD.fuse(stages), index);
        return hits(diversity.apply(collapsed.ranked()), k, stages.size() > 1, collapsed.others());
    }

    private Optional<RankedList> byMeaning(SearchQuery query, int most) {
        return embeddings
                .ofQuery(query.text())
                .map(vector -> new RankedList("meaning", index.byMeaning(vector, query.filter(), most)));
    }

    private List<Hit> hits(List<Fused> ranked, int k, boolean wereFused, Map<String, Integer> copies) {
        Map<String, Optional<Article>> articles = new HashMap<>();
        List<Hit> hits = new ArrayList<>();
        for (Fused fused : ranked) {
            if (hits.size() == k) {
                break;
            }
            Passage passage = fused.passage();
            articles.computeIfAbsent(passage.articleId(), index::article)
                    .filter(article -> holds(article, passage))
                    .map(article -> hit(fused, article, hits.size() + 1, wereFused))
                    .ifPresent(hit -> hits.add(hit.withCopies(copies.getOrDefault(passage.articleId(), 0))));
        }
        return hits;
    }

    private static Hit hit(Fused fused, Article article, int rank, boolean wasFused) {
        List<StageRank> explanation = new ArrayList<>(fused.ranks());
        if (wasFused) {
            explanation.add(new StageRank("fusion", rank, fused.score()));
        }
        return new Hit(fused.passage(), article, fused.score(), explanation);
    }

    /** The article may have been replaced since the passage was found; then what was found is not there any more. */
    private static boolean holds(Article article, Passage passage) {
        return passage.end() <= article.body().length() && article.body().startsWith(passage.text(), passage.start());
    }
}
