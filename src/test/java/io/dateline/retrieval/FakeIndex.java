package io.dateline.retrieval;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import io.dateline.index.PassageKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what it was told to find. */
final class FakeIndex implements ArticleIndex {

    final Map<String, Article> articles = new LinkedHashMap<>();
    final List<Match> words = new ArrayList<>();
    final List<Match> meaning = new ArrayList<>();

    /** Passages that are to have a vector: with fewer than there are, only the first of each article has. */
    int embeddable;

    int passages;

    /** Ids of passages. */
    final Set<String> awaiting = new HashSet<>();

    final List<Filter> filters = new ArrayList<>();

    /** An article whose paragraphs are its passages. */
    List<Passage> with(String id, String... paragraphs) {
        Article article = new Article(
                id,
                "Title of " + id,
                null,
                null,
                "https://example.org/" + id,
                null,
                List.of(),
                LocalDate.of(2023, 3, 1),
                null,
                String.join("\n\n", paragraphs),
                "%08x".formatted(Arrays.hashCode(paragraphs)));
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (String paragraph : paragraphs) {
            passages.add(new Passage(id, passages.size(), start, start + paragraph.length(), paragraph));
            start += paragraph.length() + 2;
        }
        put(article, passages);
        return passages;
    }

    @Override
    public void put(Article article, List<Passage> passages, String origin) {
        articles.put(article.id(), article);
    }

    @Override
    public boolean remove(String articleId) {
        return articles.remove(articleId) != null;
    }

    @Override
    public void commit() {}

    @Override
    public Optional<Article> article(String articleId) {
        return Optional.ofNullable(articles.get(articleId));
    }

    @Override
    public List<Article> articles(int offset, int limit) {
        return articles.values().stream().skip(offset).limit(limit).toList();
    }

    @Override
    public Size size() {
        return new Size(articles.size(), 0, passages, embeddable, 0, null, null);
    }

    @Override
    public List<Match> byWords(String text, Filter filter, int k) {
        filters.add(filter);
        return words.stream().limit(k).toList();
    }

    @Override
    public List<Match> byMeaning(float[] vector, Filter filter, int k) {
        filters.add(filter);
        return meaning.stream().limit(k).toList();
    }

    @Override
    public Set<String> awaitingVector(Collection<PassageKey> found) {
        return awaiting;
    }

    @Override
    public void close() {}
}
