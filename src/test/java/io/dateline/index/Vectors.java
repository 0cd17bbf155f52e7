package io.dateline.index;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import io.dateline.inference.Embeddings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A model that needs no weights: a text is the sum of random directions, one for each of its words. */
final class Vectors {

    static final int DIMENSION = 32;

    private Vectors() {}

    static float[] of(String text) {
        float[] sum = new float[DIMENSION];
        for (String word : text.toLowerCase(Locale.ROOT).split("\\W+", -1)) {
            Random direction = new Random(word.hashCode());
            for (int i = 0; i < DIMENSION; i++) {
                sum[i] += (float) direction.nextGaussian();
            }
        }
        Embedding embedding = Embedding.from(sum);
        embedding.normalize();
        return embedding.vector();
    }

    static Embeddings embeddings() {
        return embeddings(texts -> {});
    }

    /** @param before gets the texts of passages before they are embedded, and may throw */
    static Embeddings embeddings(Consumer<List<String>> before) {
        Model model = new Model(before);
        return new Embeddings(model, "", CompletableFuture.completedFuture(model), Duration.ofSeconds(1), 10);
    }

    record Model(Consumer<List<String>> before) implements EmbeddingModel {

        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            before.accept(segments.stream().map(TextSegment::text).toList());
            return Response.from(segments.stream()
                    .map(segment -> Embedding.from(of(segment.text())))
                    .toList());
        }

        @Override
        public int dimension() {
            return DIMENSION;
        }

        @Override
        public String modelName() {
            return Samples.MODEL;
        }
    }
}
