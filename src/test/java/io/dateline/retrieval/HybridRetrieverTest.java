package io.dateline.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.dateline.corpus.Passage;
import io.dateline.index.ArticleIndex.Match;
import io.dateline.index.Filter;
import io.dateline.index.PassageKey;
import io.dateline.inference.Embeddings;
import io.dateline.inference.SpanReader;
import io.dateline.inference.SpanReader.AnswerSpan;
import io.dateline.retrieval.Hit.StageRank;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HybridRetrieverTest {

    private static final InstantSource TODAY = InstantSource.fixed(Instant.parse("2026-11-24T12:00:00Z"));
    private static final SearchQuery QUERY = new SearchQuery("tariffs", Filter.NONE);

    private final FakeIndex index = new FakeIndex();
    private final List<Passage> a = index.with("a", "One.", "Two.", "Three.");
    private final List<Passage> b = index.with("b", "Four.");

    private record Model(boolean fails) implements EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            if (fails) {
                throw new IllegalStateException("the model fails");
            }
            return Response.from(List.of(Embedding.from(new float[] {1})));
        }
    }

    private HybridRetriever retriever(boolean modelFails, int perArticle) {
        Embeddings embeddings =
                new Embeddings(new Model(modelFails), "", CompletableFuture.completedFuture(null), Duration.ZERO, 10);
        return new HybridRetriever(index, embeddings, 100, new Diversity(perArticle), null, TODAY);
    }

    private void found(List<Match> list, Passage... passages) {
        for (Passage passage : passages) {
            list.add(match(passage, null, 10f - list.size()));
        }
    }

    private Match match(Passage passage, @Nullable LocalDate day, float score) {
        String version = index.article(passage.articleId()).orElseThrow().version();
        return new Match(PassageKey.of(version, passage), day, score);
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(hit -> hit.passage().id()).toList();
    }

    @Test
    void fusesWordsAndMeaningAndExplainsEachStage() {
        found(index.words, a.get(0), b.get(0));
        found(index.meaning, b.get(0), a.get(2));
        List<Hit> hits = retriever(false, 0).retrieve(QUERY, 10);
        assertThat(ids(hits)).containsExactly("b#0", "a#0", "a#2");
        assertThat(hits.getFirst().explanation())
                .containsExactly(
                        new StageRank("words", 2, 9),
                        new StageRank("meaning", 1, 10),
                        new StageRank("fusion", 1, hits.getFirst().score()));
        assertThat(hits.get(2).explanation()).extracting(StageRank::stage).containsExactly("meaning", "fusion");
        assertThat(hits.getFirst().article().id()).isEqualTo("b");
    }

    @Test
    void aPassageThatAwaitsItsVectorStandsWhereItsWordsPutIt() {
        found(index.words, b.get(0), a.get(0), a.get(1));
        found(index.meaning, a.get(0), a.get(1));
        assertThat(ids(retriever(false, 0).retrieve(QUERY, 10))).containsExactly("a#0", "a#1", "b#0");

        index.awaiting.add("b#0");

        assertThat(ids(retriever(false, 0).retrieve(QUERY, 10))).containsExactly("b#0", "a#0", "a#1");
    }

    @Test
    void whereOnlyBeginningsHaveVectorsAnArticlesNearnessCountsForAllItsPassages() {
        index.passages = 4;
        index.embeddable = 2;
        found(index.words, b.get(0), a.get(2));
        found(index.meaning, a.get(0));
        List<Hit> hits = retriever(false, 0).retrieve(QUERY, 10);
        assertThat(ids(hits)).containsExactly("a#2", "b#0", "a#0");
        assertThat(hits.getFirst().explanation())
                .startsWith(new StageRank("words", 2, 9), new StageRank("meaning", 1, 10));
    }

    @Test
    void whereOnlyBeginningsCountAnArticleWithMoreVectorsCountsOnce() {
        index.passages = 4;
        index.embeddable = 2;
        found(index.words, a.get(2), b.get(0));
        found(index.meaning, b.get(0), a.get(0), a.get(1));
        List<Hit> hits = retriever(false, 0).retrieve(QUERY, 10);
        assertThat(ids(hits)).containsExactly("a#2", "b#0", "a#0");
        assertThat(hits.getFirst().explanation())
                .containsExactly(
                        new StageRank("words", 1, 10),
                        new StageRank("meaning", 2, 9),
                        new StageRank("fusion", 1, hits.getFirst().score()));
    }

    @Test
    void worksByWordsAloneWhenTheModelFails() {
        found(index.words, a.get(0), b.get(0));
        found(index.meaning, a.get(2));
        List<Hit> hits = retriever(true, 0).retrieve(QUERY, 10);
        assertThat(ids(hits)).containsExactly("a#0", "b#0");
        assertThat(hits.getFirst().explanation()).extracting(StageRank::stage).containsExactly("words");
    }

    @Test
    void worksByWordsAloneWhileTheModelLoads() {
        found(index.words, b.get(0));
        found(index.meaning, a.get(2));
        Embeddings loading = new Embeddings(new Model(false), "", new CompletableFuture<>(), Duration.ofMillis(10), 10);
        assertThat(ids(new HybridRetriever(index, loading, 100, new Diversity(0), null, TODAY).retrieve(QUERY, 10)))
                .containsExactly("b#0");
    }

    @Test
    void whoeverIsInterruptedDoesNotWaitForTheModel() {
        found(index.words, b.get(0));
        Embeddings loading = new Embeddings(new Model(false), "", new CompletableFuture<>(), Duration.ofMinutes(1), 10);
        HybridRetriever retriever = new HybridRetriever(index, loading, 100, new Diversity(0), null, TODAY);
        Thread.currentThread().interrupt();

        List<Hit> hits = retriever.retrieve(QUERY, 10);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ids(hits)).containsExactly("b#0");
    }

    @Test
    void otherArticlesComeBeforeMorePassagesOfOne() {
        found(index.words, a.get(0), a.get(1), a.get(2), b.get(0));
        assertThat(ids(retriever(true, 2).retrieve(QUERY, 10))).containsExactly("a#0", "a#1", "b#0", "a#2");
        assertThat(ids(retriever(true, 2).retrieve(QUERY, 3))).containsExactly("a#0", "a#1", "b#0");
    }

    @Test
    void bothStagesAreFiltered() {
        Filter filter = Filter.asOf(LocalDate.of(2023, 3, 1));
        retriever(false, 0).retrieve(new SearchQuery("tariffs", filter), 10);
        assertThat(index.filters).containsExactly(filter, filter);
    }

    @Test
    void prefersWhatWasPublishedShortlyBeforeTheDayItIsAskedAsOf() {
        index.words.add(match(a.get(0), LocalDate.of(2023, 1, 1), 9));
        index.words.add(match(b.get(0), LocalDate.of(2026, 11, 20), 8));
        List<Hit> hits = retriever(true, 0).retrieve(QUERY, 10);
        assertThat(ids(hits)).containsExactly("b#0", "a#0");
        assertThat(hits.getFirst().explanation()).extracting(StageRank::stage).containsExactly("words", "date");
        assertThat(ids(retriever(true, 0).retrieve(new SearchQuery("tariffs of 2023", Filter.NONE), 10)))
                .as("another time is named")
                .containsExactly("a#0", "b#0");
        Filter then = Filter.asOf(LocalDate.of(2023, 1, 3));
        assertThat(ids(retriever(true, 0).retrieve(new SearchQuery("tariffs", then), 10))
                        .getFirst())
                .isEqualTo("a#0");
    }

    @Test
    void whereItIsAskedHowThingsAreNowTheNewerOfTwoOldArticlesComesFirst() {
        index.words.add(match(a.get(0), LocalDate.of(2022, 9, 5), 9));
        index.words.add(match(b.get(0), LocalDate.of(2025, 1, 7), 8));
        for (String now : List.of("Who is the minister?", "Is Ann Lee still the minister?", "the current minister")) {
            assertThat(ids(retriever(true, 0).retrieve(new SearchQuery(now, Filter.NONE), 10)))
                    .as(now)
                    .containsExactly("b#0", "a#0");
        }
        assertThat(ids(retriever(true, 0).retrieve(new SearchQuery("Who was the minister?", Filter.NONE), 10)))
                .containsExactly("a#0", "b#0");
    }

    @Test
    void leavesOutTheStagesThatAreNotWanted() {
        found(index.words, a.get(0));
        found(index.meaning, b.get(0));
        Set<Stage> without = Set.of(Stage.MEANING, Stage.DATE);
        List<Hit> hits = retriever(false, 0).retrieve(new SearchQuery("tariffs", Filter.NONE, without), 10);
        assertThat(ids(hits)).containsExactly("a#0");
        assertThat(hits.getFirst().explanation()).extracting(StageRank::stage).containsExactly("words");
    }

    @Test
    void theReaderOrdersTheFirstHitsAnewWhenItIsAskedTo() {
        found(index.words, a.get(0), a.get(1), b.get(0), a.get(2));
        SpanReader sureOfTheThird = (question, texts, n) -> IntStream.range(0, texts.size())
                .mapToObj(i -> List.of(new AnswerSpan(0, texts.get(i).passage().length(), 0, i == 2 ? 0.9 : 0.1)))
                .toList();
        HybridRetriever retriever =
                new HybridRetriever(index, failing(), 100, new Diversity(0), new Reranker(sureOfTheThird, 3, 1), TODAY);
        SearchQuery query = new SearchQuery("tariffs", Filter.NONE, Set.of());
        assertThat(ids(retriever.retrieve(query, 2)))
                .as("of three that were read")
                .containsExactly("b#0", "a#0");
        assertThat(ids(retriever.retrieve(query, 10))).containsExactly("b#0", "a#0", "a#1", "a#2");
        assertThat(ids(retriever.retrieve(QUERY, 2))).as("unless asked for").containsExactly("a#0", "a#1");
    }

    private static Embeddings failing() {
        return new Embeddings(new Model(true), "", CompletableFuture.completedFuture(null), Duration.ZERO, 10);
    }

    @Test
    void aPassageWhoseArticleWasReplacedMeanwhileIsNoHit() {
        found(index.words, a.get(2), b.get(0));
        index.with("a", "One.", "Another.");
        assertThat(ids(retriever(true, 0).retrieve(QUERY, 10))).containsExactly("b#0");
        index.remove("b");
        assertThat(retriever(true, 0).retrieve(QUERY, 10)).isEmpty();
    }

    @Test
    void refusesToFindNone() {
        assertThatThrownBy(() -> retriever(true, 0).retrieve(QUERY, 0)).hasMessageContaining("got: 0");
    }
}
