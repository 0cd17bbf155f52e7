package io.dateline.retrieval;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.dateline.corpus.Article;
import io.dateline.index.Filter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
        return java.util.stream.IntStream.range(0, hits.size())
                .mapToObj(i -> content(hits.get(i), i + 1))
                .toList();
    }

    private static Content content(Hit hit, int rank) {
        Article article = hit.article();
        Metadata metadata = new Metadata()
                .put("articleId", article.id())
                .put("ordinal", hit.passage().ordinal())
                .put("start", hit.passage().start())
                .put("end", hit.passage().end())
                .put("title", article.title())
                .put("rank", rank)
                .put("score", hit.score());
        if (article.publishedAt() != null) {
            metadata.put("publishedAt", article.publishedAt().toString());
        }
        if (article.publisher() != null) {
            metadata.put("publisher", article.publisher());
        }
        if (article.url() != null) {
            metadata.put("url", article.url());
        }
        if (hit.copies() > 0) {
            metadata.put("copies", hit.copies());
        }
        for (Hit.StageRank stage : hit.explanation()) {
            metadata.put("rank." + stage.stage(), stage.rank()).put("score." + stage.stage(), stage.score());
        }
        return Content.from(
                TextSegment.from(hit.passage().text(), metadata), Map.of(ContentMetadata.SCORE, hit.score()));
    }
}
