package io.dateline.inference;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param threads that embed passages, 0 for one a core
 * @param cachedQueries vectors of recent queries that are kept
 * @param reader folder of another reader model than the one that ships: {@code reader.onnx}, {@code tokenizer.json}, {@code
 *     reader.json}
 * @param patience how long a query waits for a model that is still loading before it goes on without
 */
@ConfigurationProperties("dateline.inference")
record InferenceProperties(
        @DefaultValue("0") int threads,
        @DefaultValue("256") int cachedQueries,
        @Nullable Path reader,
        @DefaultValue("2s") Duration patience) {

    InferenceProperties {
        if (threads < 0 || cachedQueries < 1) {
            throw new IllegalArgumentException(
                    "dateline.inference.threads must be at least 0 and cached-queries at least 1," + " got: " + threads
                            + " and " + cachedQueries);
        }
        if (threads == 0) {
            threads = Runtime.getRuntime().availableProcessors();
        }
    }
}
