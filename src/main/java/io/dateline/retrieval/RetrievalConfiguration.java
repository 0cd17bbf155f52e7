package io.dateline.retrieval;

import dev.langchain4j.model.scoring.ScoringModel;
import io.dateline.index.ArticleIndex;
import io.dateline.inference.Embeddings;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetrievalConfiguration {

    /**
     * Of one of the log-odds, in the unit of reciprocal ranks. Of 0.001 to 0.01 the best for the first passage on each fifth of
     * RealTimeQA's tune questions; by probabilities instead of log-odds all weights were worse.
     */
    private static final double READER_WEIGHT = 0.002;

    @Bean
    Retriever retriever(
            ArticleIndex index,
            Embeddings embeddings,
            ObjectProvider<ScoringModel> reader,
            RetrievalProperties properties) {
        ScoringModel model = reader.getIfAvailable();
        return new HybridRetriever(
                index,
                embeddings,
                properties.candidates(),
                new Diversity(properties.perArticle()),
                model == null ? null : new Reranker(model, properties.reranked(), READER_WEIGHT),
                InstantSource.system());
    }
}
