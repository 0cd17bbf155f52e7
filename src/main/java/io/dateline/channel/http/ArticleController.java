package io.dateline.channel.http;

import io.dateline.channel.BadRequestException;
import io.dateline.corpus.Article;
import io.dateline.index.ArticleIndex;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/articles}: what is in the archive. */
@RestController
@Tag(name = "Articles")
@RequestMapping("/api/articles")
class ArticleController {

    private static final int LARGEST_PAGE = 200;

    private final ArticleIndex index;

    ArticleController(ArticleIndex index) {
        this.index = index;
    }

    /** @param articles newest first, undated ones last */
    @Schema(name = "ArticlePage")
    record Page(int total, int offset, List<Summary> articles) {}

    @Schema(name = "ArticleSummary")
    record Summary(
            String id,
            String title,
            @Nullable String url,
            @Nullable String publisher,
            @Nullable LocalDate publishedAt,
            @Nullable String section,
            @Nullable String language,
            int words) {

        static Summary of(Article article) {
            return new Summary(
                    article.id(),
                    article.title(),
                    article.url(),
                    article.publisher(),
                    article.publishedAt(),
                    article.section(),
                    article.language(),
                    new StringTokenizer(article.body()).countTokens());
        }
    }

    /** @param body what every {@code start} and {@code end} points into, in UTF-16 units */
    @Schema(name = "Article")
    record Whole(
            String id,
            String title,
            @Nullable String url,
            @Nullable String publisher,
            List<String> authors,
            @Nullable LocalDate publishedAt,
            @Nullable String section,
            @Nullable String standfirst,
            @Nullable String language,
            String body) {

        static Whole of(Article article) {
            return new Whole(
                    article.id(),
                    article.title(),
                    article.url(),
                    article.publisher(),
                    article.authors(),
                    article.publishedAt(),
                    article.section(),
                    article.standfirst(),
                    article.language(),
                    article.body());
        }
    }

    @Operation(summary = "Lists articles, newest first")
    @GetMapping
    Page list(@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        if (offset < 0) {
            throw new BadRequestException("'offset' must be 0 or more, got: " + offset);
        }
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadRequestException("'limit' must be 1 to " + LARGEST_PAGE + ", got: " + limit);
        }
        return new Page(
                index.size().articles(),
                offset,
                index.articles(offset, limit).stream().map(Summary::of).toList());
    }

    @Operation(summary = "Shows an article with its text")
    @GetMapping("/{id}")
    Whole one(@PathVariable String id) {
        return index.article(id).map(Whole::of).orElseThrow(() -> new NotFoundException("article", id));
    }
}
