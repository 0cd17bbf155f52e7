package io.dateline.channel.http;

import io.dateline.channel.Asked;
import io.dateline.channel.BadRequestException;
import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.dateline.index.Filter;
import io.dateline.retrieval.Hit;
import io.dateline.retrieval.Retriever;
import io.dateline.retrieval.SearchQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/search}: ranked passages, and why they are where they are. */
@RestController
@Tag(name = "Answers")
class SearchController {

    private static final int MOST_HITS = 100;

    private final Retriever retriever;

    SearchController(Retriever retriever) {
        this.retriever = retriever;
    }

    /** @param tookMs milliseconds */
    record Result(String query, long tookMs, List<Found> hits) {}

    /**
     * @param start first character of the passage in the article's body, inclusive
     * @param end past the last, exclusive
     * @param copies other articles with the same text that were found, for which this one stands
     */
    record Found(
            int rank,
            String articleId,
            String title,
            @Nullable String url,
            @Nullable String publisher,
            @Nullable LocalDate publishedAt,
            int ordinal,
            int start,
            int end,
            String text,
            int copies,
            double score,
            List<Stage> stages) {

        static Found of(int rank, Hit hit) {
            Article article = hit.article();
            Passage passage = hit.passage();
            return new Found(
                    rank,
                    article.id(),
                    article.title(),
                    article.url(),
                    article.publisher(),
                    article.publishedAt(),
                    passage.ordinal(),
                    passage.start(),
                    passage.end(),
                    passage.text(),
                    hit.copies(),
                    hit.score(),
                    hit.explanation().stream()
                            .map(stage -> new Stage(stage.stage(), stage.rank(), stage.score()))
                            .toList());
        }
    }

    /** @param name the label of a {@link io.dateline.retrieval.Stage} */
    record Stage(String name, int rank, double score) {}

    @Operation(summary = "Finds passages, best first, and says why each stands where it does")
    @GetMapping("/api/search")
    Result search(
            @RequestParam String q,
            @RequestParam(defaultValue = "10") int k,
            @RequestParam(defaultValue = "false") boolean rerank,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String publisher,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        SearchQuery query = query(q, Asked.filter(asOf, publisher, from, to), rerank);
        if (k < 1 || k > MOST_HITS) {
            throw new BadRequestException("'k' must be 1 to " + MOST_HITS + ", got: " + k);
        }
        long start = System.nanoTime();
        List<Hit> hits = retriever.retrieve(query, k);
        long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new Result(
                q,
                tookMs,
                IntStream.range(0, hits.size())
                        .mapToObj(i -> Found.of(i + 1, hits.get(i)))
                        .toList());
    }

    private static SearchQuery query(String q, Filter filter, boolean rerank) {
        Asked.requireText("q", q);
        try {
            return rerank ? new SearchQuery(q, filter, Set.of()) : new SearchQuery(q, filter);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("'q' must have 1 to 2,000 characters and not be blank.");
        }
    }
}
