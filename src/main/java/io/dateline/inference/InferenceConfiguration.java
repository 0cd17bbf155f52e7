package io.dateline.inference;

import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InferenceConfiguration {

    private static final Logger log = LoggerFactory.getLogger(InferenceConfiguration.class);

    /** Platform threads: what runs on them is native code that never parks. */
    @Bean(destroyMethod = "close")
    ExecutorService inferenceThreads(InferenceProperties properties) {
        return Executors.newFixedThreadPool(
                properties.threads(),
                Thread.ofPlatform().name("inference-", 1).daemon().factory());
    }

    @Bean
    BgeSmall embeddingModel(ExecutorService inferenceThreads) {
        BgeSmall model = new BgeSmall(inferenceThreads);
        model.loaded().exceptionally(failure -> {
            log.error("The embedding model does not load; Dateline searches by words alone", failure);
            return null;
        });
        return model;
    }

    @Bean
    Embeddings embeddings(EmbeddingModel embeddingModel, BgeSmall loading, InferenceProperties properties) {
        return new Embeddings(
                embeddingModel,
                BgeSmall.QUERY_PREFIX,
                loading.loaded(),
                properties.patience(),
                properties.cachedQueries());
    }

    @Bean
    OnnxSpanReader spanReader(ExecutorService inferenceThreads, InferenceProperties properties) {
        OnnxSpanReader reader = new OnnxSpanReader(new ReaderFiles(properties.reader()), inferenceThreads);
        reader.loaded().exceptionally(failure -> {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            log.error(
                    "Sentences are picked instead of read, since the reader model does not load: {}",
                    cause.getMessage());
            return null;
        });
        return reader;
    }

    @Bean
    SpanScoringModel scoringModel(SpanReader spanReader) {
        return new SpanScoringModel(spanReader);
    }
}
