package io.dateline.retrieval;

import io.dateline.corpus.Article;
import io.dateline.index.ArticleIndex;
import io.dateline.index.ArticleIndex.Match;
import io.dateline.inference.Embeddings;
import io.dateline.retrieval.Hit.StageRank;
import io.dateline.retrieval.RankedList.Place;
import io.dateline.retrieval.ReciprocalRankFusion.Fused;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Candidates by words and by meaning, fused by rank, those near in time preferred, the first ones weighed by the reader. While there is
 * no embedding model, or there are no vectors yet, words alone decide.
 */
final class HybridRetriever implements Retriever {

    /** What {@link ArticleIndex} gives in one list. */
    private static final int MOST_CANDIDATES = 1_000;

    /**
     * Where only the beginnings of articles have vectors, nearness says less about a passage than its words do. 0.25, 0.5 and 1 were
     * tried on the tune part of RealTimeQA's searched questions.
     */
    private static final double OF_AN_ARTICLE = 0.5;

    private final ArticleIndex index;
    private final Embeddings embeddings;
    private final int candidates;
    private final Diversity diversity;
    private final @Nullable Reranker reranker;
    private final InstantSource clock;

    /**
     * @param candidates taken from each stage, 1 to 1,000; more if more hits are wanted
     * @param reranker null when there is no model to rerank with
     * @param clock what day it is when a query does not say
     */
    HybridRetriever(
            ArticleIndex index,
            Embeddings embeddings,
            int candidates,
            Diversity diversity,
            @Nullable Reranker reranker,
            InstantSource clock) {
        this.index = index;
        this.embeddings = embeddings;
        this.candidates = candidates;
        this.diversity = diversity;
        this.reranker = reranker;
        this.clock = clock;
    }

    @Override
    public List<Hit> retrieve(SearchQuery query, int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got: " + k);
        }
        int most = Math.min(Math.max(candidates, k), MOST_CANDIDATES);
        CompletableFuture<Optional<float[]>> vector = vector(query);
        List<RankedList> stages = new ArrayList<>();
        List<Match> byWords = index.byWords(query.text(), query.filter(), most);
        stages.add(RankedList.ofPassages(Stage.WORDS.label(), byWords));
        awaited(vector).map(meant -> byMeaning(meant, query, most, byWords)).ifPresent(stages::add);
        Copies.Collapsed collapsed = Copies.collapse(fused(stages), index);
        List<Fused> fused = collapsed.ranked();
        List<Fused> ranked = query.uses(Stage.DATE)
                ? DateNearness.of(query.text(), asOf(query))
                        .map(nearness -> nearness.apply(fused))
                        .orElse(fused)
                : fused;
        List<Fused> diverse = diversity.apply(ranked);
        if (reranker == null || !query.uses(Stage.READER)) {
            return hits(diverse, k, collapsed.others());
        }
        List<Hit> hits = hits(diverse, Math.max(k, reranker.depth()), collapsed.others());
        List<Hit> reranked = reranker.rerank(query.text(), hits);
        return reranked.subList(0, Math.min(k, reranked.size()));
    }

    private static List<Fused> fused(List<RankedList> lists) {
        List<Fused> fused = ReciprocalRankFusion.STANDARD.fuse(lists);
        if (lists.size() == 1) {
            return fused;
        }
        return IntStream.range(0, fused.size())
                .mapToObj(i -> fused.get(i)
                        .explained(new StageRank(
                                Stage.FUSION.label(), i + 1, fused.get(i).score())))
                .toList();
    }

    private LocalDate asOf(SearchQuery query) {
        LocalDate asOf = query.filter().asOf();
        return asOf == null ? LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()) : asOf;
    }

    /** Made while the index is searched by words: either takes some ten milliseconds and a core. */
    private CompletableFuture<Optional<float[]>> vector(SearchQuery query) {
        return query.uses(Stage.MEANING)
                ? CompletableFuture.supplyAsync(() -> embeddings.ofQuery(query.text()), Thread::startVirtualThread)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /** None when the thread is interrupted: whoever stopped the question need not wait until the model is loaded. */
    private static Optional<float[]> awaited(Future<Optional<float[]>> vector) {
        try {
            return vector.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the question's vector could not be made", e.getCause());
        }
    }

    private RankedList byMeaning(float[] vector, SearchQuery query, int most, List<Match> byWords) {
        List<Match> nearest = index.byMeaning(vector, query.filter(), most);
        ArticleIndex.Size size = index.size();
        RankedList list = size.embeddable() == size.passages()
                ? RankedList.ofPassages(Stage.MEANING.label(), nearest)
                : RankedList.ofArticles(Stage.MEANING.label(), OF_AN_ARTICLE, nearest, byWords);
        return list.and(awaitingVector(byWords));
    }

    /** What is new is not to stand behind everything else until its vector is made: its place by meaning is taken to be that by words. */
    private List<Place> awaitingVector(List<Match> byWords) {
        Set<String> awaiting =
                index.awaitingVector(byWords.stream().map(Match::passage).toList());
        return RankedList.ofPassages(Stage.WORDS.label(), byWords).places().stream()
                .filter(place -> awaiting.contains(place.match().passage().id()))
                .toList();
    }

    private List<Hit> hits(List<Fused> ranked, int k, Map<String, Integer> copies) {
        Map<String, Optional<Article>> articles = new HashMap<>();
        List<Hit> hits = new ArrayList<>();
        for (Fused fused : ranked) {
            if (hits.size() == k) {
                break;
            }
            String articleId = fused.passage().articleId();
            articles.computeIfAbsent(articleId, index::article)
                    .flatMap(article -> hit(fused, article))
                    .ifPresent(hit -> hits.add(hit.withCopies(copies.getOrDefault(articleId, 0))));
        }
        return hits;
    }

    /** Empty where the article was replaced since the passage was found: what was found is not there any more. */
    private static Optional<Hit> hit(Fused fused, Article article) {
        return fused.passage().in(article).map(passage -> new Hit(passage, article, fused.score(), fused.ranks()));
    }
}
