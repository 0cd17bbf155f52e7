package io.dateline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Which passages are to have a vector, and which have one: all of them, or in a large archive the first of each article. Thread-safe.
 */
final class PassageVectors {

    private final LuceneStore articles;
    private final VectorStore vectors;
    private final int most;
    private volatile @Nullable Counted counted;

    private record Counted(IndexReader reader, ArchiveCount count) {}

    /** @param most up to how many passages each gets a vector */
    PassageVectors(LuceneStore articles, VectorStore vectors, int most) {
        this.articles = articles;
        this.vectors = vectors;
        this.most = most;
    }

    ArticleIndex.Size size() {
        ArchiveCount count = articles.search(this::count);
        boolean all = hasVectorForEach(count);
        int embeddable = all ? count.passages() : count.leads();
        int there = all ? vectors.count() : vectors.countLeads();
        return new ArticleIndex.Size(
                count.articles(),
                count.undated(),
                count.passages(),
                embeddable,
                Math.min(there, embeddable),
                count.oldest(),
                count.newest());
    }

    private boolean hasVectorForEach(ArchiveCount count) {
        return count.passages() <= most;
    }

    private ArchiveCount count(IndexSearcher searcher) throws IOException {
        Counted last = counted;
        if (last == null || !last.reader().equals(searcher.getIndexReader())) {
            last = new Counted(searcher.getIndexReader(), ArchiveCount.of(searcher));
            counted = last;
        }
        return last.count();
    }

    private Predicate<PassageKey> embeddable(IndexSearcher searcher) throws IOException {
        boolean all = hasVectorForEach(count(searcher));
        return passage -> all || passage.ordinal() == 0;
    }

    /** Keys of passages that are to have a vector and have none, at most so many, those written last first. */
    List<PassageKey> without(int wanted) {
        return articles.read(searcher -> {
            Predicate<PassageKey> embeddable = embeddable(searcher);
            return vectors.ask(membership -> {
                List<PassageKey> missing = new ArrayList<>();
                UniqueValues.visit(searcher, Fields.KEY, (leaf, document, key) -> {
                    if (!membership.contains(key)) {
                        PassageKey passage = PassageKey.parse(key.utf8ToString());
                        if (embeddable.test(passage)) {
                            missing.add(passage);
                        }
                    }
                    return missing.size() < wanted;
                });
                return missing;
            });
        });
    }

    /** See {@link ArticleIndex#awaitingVector}. */
    Set<String> awaiting(Collection<PassageKey> passages) {
        return articles.search(searcher -> hasVectorForEach(count(searcher)))
                ? without(Fields.KEY, passages, PassageKey::toString)
                : without(Fields.ARTICLE, passages, PassageKey::articleId);
    }

    private Set<String> without(String field, Collection<PassageKey> passages, Function<PassageKey, String> key) {
        return vectors.askSeen(field, membership -> {
            Set<String> without = new HashSet<>();
            for (PassageKey passage : passages) {
                if (!membership.contains(new BytesRef(key.apply(passage)))) {
                    without.add(passage.id());
                }
            }
            return without;
        });
    }

    /**
     * Removes vectors whose passage is gone, or is to have none any more: an article that was there while the archive was small must not
     * be found more easily than those that came later.
     */
    int removeStrays() {
        List<String> strays = articles.read(searcher -> {
            PassageLookup passages = new PassageLookup(searcher);
            Predicate<PassageKey> embeddable = embeddable(searcher);
            List<String> stray = new ArrayList<>();
            for (String key : vectors.keys()) {
                if (passages.document(key) == KeyLookup.NONE || !embeddable.test(PassageKey.parse(key))) {
                    stray.add(key);
                }
            }
            return stray;
        });
        vectors.remove(strays);
        return strays.size();
    }
}
