package io.dateline.channel;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import io.dateline.index.PassageKey;
import io.dateline.retrieval.Hit;
import io.dateline.retrieval.SearchQuery;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/** An index that finds a text in the passages that contain all of it. */
public final class MemoryArchive implements ArticleIndex {

    private final ConcurrentSkipListMap<String, Stored> articles = new ConcurrentSkipListMap<>();

    private record Stored(Article article, List<Passage> passages) {}

    public List<Hit> retrieve(SearchQuery query, int k) {
        List<Match> matches = byWords(query.text(), query.filter(), k);
        return IntStream.range(0, matches.size())
                .mapToObj(i -> hit(matches.get(i), i + 1))
                .toList();
    }

    private Hit hit(Match match, int rank) {
        Article article = article(match.passage().articleId()).orElseThrow();
        Passage passage = match.passage().in(article).orElseThrow();
        return new Hit(passage, article, match.score(), List.of(new Hit.StageRank("words", rank, 2.5)));
    }

    @Override
    public void put(Article article, List<Passage> passages, String origin) {
        articles.put(article.id(), new Stored(article, passages));
    }

    @Override
    public boolean remove(String articleId) {
        return articles.remove(articleId) != null;
    }

    @Override
    public void commit() {
        // Memory is all there is.
    }

    @Override
    public Optional<Article> article(String articleId) {
        return Optional.ofNullable(articles.get(articleId)).map(Stored::article);
    }

    @Override
    public List<Article> articles(int offset, int limit) {
        return articles.values().stream()
                .map(Stored::article)
                .sorted(Comparator.comparing(
                                Article::publishedAt, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
                        .thenComparing(Article::id))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public Size size() {
        List<LocalDate> days = articles.values().stream()
                .map(stored -> stored.article().publishedAt())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        int passages = articles.values().stream()
                .mapToInt(stored -> stored.passages().size())
                .sum();
        return new Size(
                articles.size(),
                articles.size() - days.size(),
                passages,
                passages,
                0,
                days.isEmpty() ? null : days.getFirst(),
                days.isEmpty() ? null : days.getLast());
    }

    @Override
    public List<Match> byWords(String text, Filter filter, int k) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return articles.values().stream()
                .flatMap(stored -> stored.passages().stream()
                        .filter(passage ->
                                passage.text().toLowerCase(Locale.ROOT).contains(wanted))
                        .map(passage -> PassageKey.of(stored.article().version(), passage)))
                .limit(k)
                .map(passage -> new Match(passage, null, 2.5f))
                .toList();
    }

    @Override
    public List<Match> byMeaning(float[] vector, Filter filter, int k) {
        return List.of();
    }

    @Override
    public void close() {
        articles.clear();
    }
}
