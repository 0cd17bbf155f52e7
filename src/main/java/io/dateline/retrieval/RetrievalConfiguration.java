package io.dateline.retrieval;

import io.dateline.index.ArticleIndex;
import io.dateline.inference.Embeddings;
import io.dateline.inference.SpanReader;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetrievalConfiguration {

    /** In the unit of reciprocal ranks. From 0.007 to 0.02 nothing changes much on RealTimeQA's tune questions. */
    private static final double READER_WEIGHT = 0.01;

    @Bean
    Retriever retriever(
            ArticleIndex index,
            Embeddings embeddings,
            ObjectProvider<SpanReader> reader,
            RetrievalProperties properties) {
        SpanReader model = reader.getIfAvailable();
        return new HybridRetriever(
                index,
                embeddings,
                properties.candidates(),
                new Diversity(properties.perArticle()),
                model == null ? null : new Reranker(model, properties.reranked(), READER_WEIGHT),
                InstantSource.system());
    }
}
