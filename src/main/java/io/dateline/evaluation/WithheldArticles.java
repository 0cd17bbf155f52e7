package io.dateline.evaluation;

import io.dateline.corpus.Article;
import io.dateline.retrieval.Hit;
import io.dateline.retrieval.Retriever;
import io.dateline.retrieval.SearchQuery;
import java.util.List;
import java.util.function.Predicate;

/** Retrieves as if some articles were not in the archive, so that it can be seen whether Dateline notices. */
public final class WithheldArticles implements Retriever {

    /** Looked through in place of one hit that is wanted: what is withheld tends to rank high. */
    private static final int DEEPER = 10;

    private static final int MOST = 1_000;

    private final Retriever retriever;
    private volatile Predicate<Article> withheld = article -> false;

    public WithheldArticles(Retriever retriever) {
        this.retriever = retriever;
    }

    /** From now on, for every question, until it is called again. */
    public void withhold(Predicate<Article> articles) {
        withheld = articles;
    }

    void withholdNothing() {
        withheld = article -> false;
    }

    @Override
    public List<Hit> retrieve(SearchQuery query, int k) {
        List<Hit> hits = retriever.retrieve(query, k);
        if (hits.stream().noneMatch(hit -> withheld.test(hit.article()))) {
            return hits;
        }
        return retriever.retrieve(query, Math.min(MOST, k * DEEPER)).stream()
                .filter(hit -> !withheld.test(hit.article()))
                .limit(k)
                .toList();
    }
}
