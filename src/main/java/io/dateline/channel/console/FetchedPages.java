package io.dateline.channel.console;

import io.dateline.corpus.Article;
import io.dateline.corpus.ArticleReader;
import io.dateline.fetching.ArticlePages;
import io.dateline.index.Rejection;
import java.util.ArrayList;
import java.util.List;

/** What was found at the addresses of pages. */
record FetchedPages(List<Article> articles, List<Rejection> rejections) {

    static FetchedPages of(ArticlePages pages, List<String> addresses) throws InterruptedException {
        List<Article> articles = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        ArticleReader.Intake intake = new ArticleReader.Intake() {
            @Override
            public void accept(Article article) {
                articles.add(article);
            }

            @Override
            public void reject(String where, String why) {
                rejections.add(new Rejection(where, why));
            }
        };
        for (String address : addresses) {
            pages.read(address, intake);
        }
        return new FetchedPages(articles, rejections);
    }
}
