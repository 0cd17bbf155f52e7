package io.dateline.retrieval;

import io.dateline.index.ArticleIndex;
import io.dateline.inference.Embeddings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetrievalConfiguration {

    @Bean
    Retriever retriever(ArticleIndex index, Embeddings embeddings, RetrievalProperties properties) {
        return new HybridRetriever(index, embeddings, properties.candidates(), new Diversity(properties.perArticle()));
    }
}
