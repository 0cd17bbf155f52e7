package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles for tests; a passage is a paragraph. */
final class Samples {

    static final String MODEL = "test-model";

    private Samples() {}

    static Article article(String id, String title, String body) {
        return article(id, title, body, null, null);
    }

    static Article article(
            String id, String title, String body, @Nullable LocalDate publishedAt, @Nullable String publisher) {
        String version = String.format(
                "%016x", (title + '|' + body + '|' + publishedAt + '|' + publisher).hashCode() & 0xffffffffL);
        return new Article(id, title, null, null, null, publisher, List.of(), publishedAt, "en", body, version);
    }

    static List<Passage> passages(Article article) {
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (String paragraph : article.body().split("\n\n", -1)) {
            if (!paragraph.isEmpty()) {
                passages.add(new Passage(article.id(), passages.size(), start, start + paragraph.length(), paragraph));
            }
            start += paragraph.length() + 2;
        }
        return passages;
    }

    static void put(ArticleIndex index, Article article) {
        index.put(article, passages(article));
    }

    static List<String> texts(ArticleIndex index, List<ArticleIndex.Match> matches) {
        return matches.stream()
                .map(match -> index.article(match.passage().articleId())
                        .flatMap(match.passage()::in)
                        .orElseThrow()
                        .text())
                .toList();
    }

    static List<String> ids(List<ArticleIndex.Match> matches) {
        return matches.stream().map(match -> match.passage().id()).toList();
    }
}
