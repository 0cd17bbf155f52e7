package io.dateline.retrieval;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import io.dateline.corpus.Article;

/** A hit as LangChain4j knows it, with the metadata that {@link PassageContentRetriever} promises. */
final class PassageSegment {

    private PassageSegment() {}

    /** @param rank from 1 */
    static TextSegment of(Hit hit, int rank) {
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
        return TextSegment.from(hit.passage().text(), metadata);
    }
}
