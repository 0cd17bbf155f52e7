package io.dateline.retrieval;

import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.dateline.index.Filter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Dateline's retrieval for any LangChain4j program. The text of a content is a passage; its metadata say where the passage is:
 * {@code articleId}, {@code ordinal}, {@code start} and {@code end} (UTF-16, half-open, in the article's body), {@code title},
 * {@code publishedAt} (ISO 8601) and {@code url} where known, {@code copies} (articles with the same text, where there are any), {@code rank} (from 1), {@code score} (see {@link Hit}), and for each stage that ranked it
 * {@code rank.STAGE} and {@code score.STAGE}. Thread-safe if the filter is.
 */
public final class PassageContentRetriever implements ContentRetriever {

    private final Retriever retriever;
    private final int k;
    private final Function<Query, Filter> filter;

    /**
     * @param k contents wanted for a query
     * @param filter what may be found for the query, read from its metadata for example; {@code query -> Filter.NONE} for all
     */
    public PassageContentRetriever(Retriever retriever, int k, Function<Query, Filter> filter) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got: " + k);
        }
        this.retriever = retriever;
        this.k = k;
        this.filter = filter;
    }

    /** Best first; empty for a blank query. Of a query longer than 2,000 characters the beginning is searched for. */
    @Override
    public List<Content> retrieve(Query query) {
        String text = query.text().substring(0, Math.min(query.text().length(), SearchQuery.LONGEST));
        if (text.isBlank()) {
            return List.of();
        }
        List<Hit> hits = retriever.retrieve(new SearchQuery(text, filter.apply(query)), k);
        return IntStream.range(0, hits.size())
                .mapToObj(i -> Content.from(
                        PassageSegment.of(hits.get(i), i + 1),
                        Map.of(ContentMetadata.SCORE, hits.get(i).score())))
                .toList();
    }
}
