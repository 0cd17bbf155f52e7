package io.dateline.retrieval;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param candidates taken from each of words and meaning before they are fused, 1 to 1,000
 * @param perArticle passages of one article that come before those of other articles, 0 for no limit
 * @param reranked how many of the first passages are read to order them anew, when that is asked for
 */
@ConfigurationProperties("dateline.retrieval")
record RetrievalProperties(
        @DefaultValue("100") int candidates,
        @DefaultValue("3") int perArticle,
        @DefaultValue("20") int reranked) {

    RetrievalProperties {
        if (candidates < 1 || candidates > 1_000 || perArticle < 0 || reranked < 0) {
            throw new IllegalArgumentException(
                    "dateline.retrieval.candidates must be 1 to 1000 per-article and reranked at least 0," + " got: "
                            + candidates + ", " + perArticle + " and " + reranked);
        }
    }
}
