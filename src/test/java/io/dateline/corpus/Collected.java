package io.dateline.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a reader handed over. */
final class Collected implements ArticleReader.Intake {

    final List<Article> articles = new ArrayList<>();
    final List<String> rejections = new ArrayList<>();

    static Collected of(ArticleReader reader, Path file) {
        Collected collected = new Collected();
        reader.read(file, collected);
        return collected;
    }

    @Override
    public void accept(Article article) {
        articles.add(article);
    }

    @Override
    public void reject(String where, String why) {
        rejections.add(where + " " + why);
    }

    Article only() {
        if (articles.size() != 1 || !rejections.isEmpty()) {
            throw new AssertionError(
                    "expected one article, got " + articles.size() + " and the rejections " + rejections);
        }
        return articles.getFirst();
    }
}
