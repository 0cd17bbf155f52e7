package io.dateline.inference;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors of queries and of passages, by one model that treats the two differently. Vectors have unit length. Thread-safe.
 */
public final class Embeddings {

    private static final Logger log = LoggerFactory.getLogger(Embeddings.class);

    private final EmbeddingModel model;
    private final String queryPrefix;
    private final CompletableFuture<?> loaded;
    private final Duration patience;
    private final Map<String, float[]> recent;

    /**
     * @param queryPrefix what the model wants in front of a query
     * @param loaded done when the model can be used
     * @param patience how long a query waits for that
     * @param cachedQueries vectors of recent queries that are kept
     */
    public Embeddings(
            EmbeddingModel model,
            String queryPrefix,
            CompletableFuture<?> loaded,
            Duration patience,
            int cachedQueries) {
        this.model = model;
        this.queryPrefix = queryPrefix;
        this.loaded = loaded;
        this.patience = patience;
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
                return size() > cachedQueries;
            }
        };
    }

    /** What tells vectors of this model from those of another. */
    public String modelName() {
        return model.modelName();
    }

    public int dimension() {
        return model.dimension();
    }

    /** The vector of a query; empty if the model is still loading or fails, so that search goes on by words. Not to be changed. */
    public Optional<float[]> ofQuery(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        synchronized (recent) {
            float[] known = recent.get(text);
            if (known != null) {
                return Optional.of(known);
            }
        }
        if (!usable()) {
            return Optional.empty();
        }
        try {
            float[] vector = model.embed(queryPrefix + text).content().vector();
            synchronized (recent) {
                recent.put(text, vector);
            }
            return Optional.of(vector);
        } catch (RuntimeException e) {
            // A model signals whatever its native code met this way; words alone still find something.
            log.warn(
                    "The embedding model failed for a query of {} characters, searching by words alone",
                    text.length(),
                    e);
            return Optional.empty();
        }
    }

    /**
     * The vectors of passages, in their order. Waits for the model to load.
     *
     * @throws RuntimeException if the model fails, as LangChain4j's models do
     */
    public List<float[]> ofPassages(List<String> texts) {
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        return model.embedAll(segments).content().stream()
                .map(Embedding::vector)
                .toList();
    }

    /** Waits for the model to load; false if it cannot be used at all. */
    public boolean awaitLoaded() throws InterruptedException {
        try {
            loaded.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        }
    }

    private boolean usable() {
        try {
            loaded.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
