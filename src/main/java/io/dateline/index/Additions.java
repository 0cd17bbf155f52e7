package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import java.util.List;
import java.util.function.Function;

/** Takes up articles that somebody adds and that are in no file of the article folder. Thread-safe. */
public final class Additions {

    private final ArticleIndex index;
    private final Function<Article, List<Passage>> splitter;
    private final Runnable afterwards;

    /** @param afterwards runs when articles were added */
    public Additions(ArticleIndex index, Function<Article, List<Passage>> splitter, Runnable afterwards) {
        this.index = index;
        this.splitter = splitter;
        this.afterwards = afterwards;
    }

    /**
     * Adds the articles; they are durable and found when this returns.
     *
     * @return the ids of those that took the place of an article that was there
     * @throws IndexWriteException if not all of them could be added
     */
    public List<String> add(List<Article> articles) {
        long life = index.life();
        List<String> replaced = articles.stream()
                .map(Article::id)
                .filter(id -> index.article(id).isPresent())
                .distinct()
                .toList();
        for (Article article : articles) {
            index.put(article, splitter.apply(article));
        }
        index.commit(life);
        afterwards.run();
        return replaced;
    }
}
