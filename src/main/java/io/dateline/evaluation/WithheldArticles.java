package io.dateline.evaluation;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import io.dateline.index.Fingerprint;
import io.dateline.index.PassageKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An index that can be searched as if some of its articles were not there, so that it can be seen whether Dateline notices. What is
 * left ranks as it would without them.
 */
public final class WithheldArticles implements ArticleIndex {

    private static final int MOST = 1_000;

    private final ArticleIndex index;
    private volatile Withheld withheld = new Withheld(article -> false);

    private WithheldArticles(ArticleIndex index) {
        this.index = index;
    }

    /** Lets an application search this way; its bean of this type says what is withheld. */
    public static void register(ConfigurableApplicationContext application) {
        ((GenericApplicationContext) application)
                .registerBean(
                        WithheldArticles.class,
                        () -> new WithheldArticles(application.getBean("articleIndex", ArticleIndex.class)),
                        definition -> definition.setPrimary(true));
    }

    /** Looks at every article once. */
    private final class Withheld {

        private final Predicate<Article> articles;
        private final Map<String, Boolean> known = new ConcurrentHashMap<>();

        private Withheld(Predicate<Article> articles) {
            this.articles = articles;
        }

        boolean has(Match match) {
            return known.computeIfAbsent(
                    match.passage().articleId(),
                    id -> index.article(id).filter(articles).isPresent());
        }
    }

    /** From now on, for every question, until it is called again. */
    public void withhold(Predicate<Article> articles) {
        withheld = new Withheld(articles);
    }

    void withholdNothing() {
        withhold(article -> false);
    }

    @Override
    public List<Match> byWords(String text, Filter filter, int k) {
        return without(k, most -> index.byWords(text, filter, most));
    }

    @Override
    public List<Match> byMeaning(float[] vector, Filter filter, int k) {
        return without(k, most -> index.byMeaning(vector, filter, most));
    }

    private interface Search {
        List<Match> first(int k);
    }

    /** What is withheld tends to rank high: where it is among the first, more is looked through. */
    private List<Match> without(int k, Search search) {
        List<Match> matches = search.first(k);
        if (matches.stream().noneMatch(withheld::has)) {
            return matches;
        }
        return search.first(MOST).stream()
                .filter(match -> !withheld.has(match))
                .limit(k)
                .toList();
    }

    @Override
    public void put(Article article, List<Passage> passages, String origin) {
        index.put(article, passages, origin);
    }

    @Override
    public boolean remove(String articleId) {
        return index.remove(articleId);
    }

    @Override
    public void commit() {
        index.commit();
    }

    @Override
    public long life() {
        return index.life();
    }

    @Override
    public void commit(long life) {
        index.commit(life);
    }

    @Override
    public Optional<Article> article(String articleId) {
        return index.article(articleId);
    }

    @Override
    public Map<String, Fingerprint> fingerprints(Collection<String> articleIds) {
        return index.fingerprints(articleIds);
    }

    @Override
    public List<Article> articles(int offset, int limit) {
        return index.articles(offset, limit);
    }

    @Override
    public Size size() {
        return index.size();
    }

    @Override
    public Set<String> awaitingVector(Collection<PassageKey> passages) {
        return index.awaitingVector(passages);
    }

    /** Whoever opened the index closes it. */
    @Override
    public void close() {}
}
