package io.dateline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {

    private final List<String> asked = new ArrayList<>();

    private final EmbeddingModel model = new EmbeddingModel() {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            segments.forEach(segment -> asked.add(segment.text()));
            if (asked.getLast().contains("poison")) {
                throw new IllegalStateException("the model does not take it");
            }
            return Response.from(segments.stream()
                    .map(segment -> Embedding.from(new float[] {segment.text().length()}))
                    .toList());
        }
    };

    private Embeddings embeddings(CompletableFuture<?> loaded) {
        return new Embeddings(model, "Query: ", loaded, Duration.ofMillis(10), 2);
    }

    private final Embeddings embeddings = embeddings(CompletableFuture.completedFuture(model));

    @Test
    void onlyQueriesCarryThePrefix() {
        embeddings.ofQuery("who");
        embeddings.ofPassages(List.of("He did."));
        assertThat(asked).containsExactly("Query: who", "He did.");
    }

    @Test
    void recentQueriesAreNotEmbeddedAgain() {
        for (String query : List.of("a", "b", "a", "c", "a", "b")) {
            assertThat(embeddings.ofQuery(query)).isPresent();
        }
        assertThat(asked).containsExactly("Query: a", "Query: b", "Query: c", "Query: b");
    }

    @Test
    void thereIsNoVectorWhenTheModelFailsAndTheNextQueryIsTriedAgain() {
        assertThat(embeddings.ofQuery("poison")).isEmpty();
        assertThat(embeddings.ofQuery("poison")).isEmpty();
        assertThat(embeddings.ofQuery("fine")).isPresent();
        assertThat(asked).hasSize(3);
    }

    @Test
    void thereIsNoVectorWhileTheModelLoadsOrWhenItCannot() throws InterruptedException {
        assertThat(embeddings(new CompletableFuture<>()).ofQuery("who")).isEmpty();
        Embeddings broken = embeddings(CompletableFuture.failedFuture(new IllegalStateException("no model")));
        assertThat(broken.ofQuery("who")).isEmpty();
        assertThat(broken.awaitLoaded()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void blankTextHasNoVector() {
        assertThat(embeddings.ofQuery(" ")).isEmpty();
        assertThat(asked).isEmpty();
    }
}
