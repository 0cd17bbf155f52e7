package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Articles and their passages in a search engine. Thread-safe. What {@link #put} and {@link #remove} did is visible to every
 * later call, or where much is put at once, at the latest after {@link #commit}; after that it survives a crash of the process.
 *
 * <p>When the disk is full, writing throws {@link IndexWriteException} and the last commit goes on being searched; what was
 * put since then may be gone and must be put again.
 */
public interface ArticleIndex extends AutoCloseable {

    /** The origin of articles that did not come from a file. */
    String HTTP = "http";

    /**
     * Adds the article, or replaces the version that has its id; the old text is not found again.
     *
     * @param origin the path of the file it came from, or {@link #HTTP}
     */
    void put(Article article, List<Passage> passages, String origin);

    /** Adds or replaces an article that did not come from a file. */
    default void put(Article article, List<Passage> passages) {
        put(article, passages, HTTP);
    }

    /** Removes the article; false if there was none with this id. */
    boolean remove(String articleId);

    /** Makes what was put and removed durable; what was given up before, as on a full disk, it does not tell. */
    void commit();

    /** Changes when something that was put or removed, and not committed, is given up; an index in memory never does. */
    default long life() {
        return 0;
    }

    /**
     * Makes what was put and removed durable.
     *
     * @param life as it was before the first of it was put
     * @throws IndexWriteException if not all of it is there
     */
    default void commit(long life) {
        commit();
    }

    Optional<Article> article(String articleId);

    /** What tells copies of one text from other articles, of those of the articles that are there. */
    default Map<String, Fingerprint> fingerprints(Collection<String> articleIds) {
        return Map.of();
    }

    /**
     * A page of the articles, newest first, undated ones last, by id among equals.
     *
     * @param offset from 0
     * @param limit 1 to 1,000
     */
    List<Article> articles(int offset, int limit);

    /** How much is in the index, counted now. */
    Size size();

    /**
     * The passages that share words with the text, best first, ties by passage id. The text is analysed into terms; nothing in
     * it is syntax. Empty if no word of it is in the index.
     *
     * @param k 1 to 1,000
     */
    List<Match> byWords(String text, Filter filter, int k);

    /**
     * The passages nearest to the vector, best first, ties by passage id; only passages that have a vector yet.
     *
     * @param vector of unit length, with the dimension of the embedding model
     * @param k 1 to 1,000
     */
    List<Match> byMeaning(float[] vector, Filter filter, int k);

    /**
     * Those of the passages that are to be found by meaning and have no vector yet, by {@link PassageKey#id()}: of a new article, until
     * its vectors are made. Where only the first passage of each article has one, every passage of the article waits for that.
     */
    default Set<String> awaitingVector(Collection<PassageKey> passages) {
        return Set.of();
    }

    @Override
    void close();

    /**
     * @param undated articles without a date
     * @param embeddable passages that are to have a vector: all of them, or in a large archive the first of each article
     * @param vectors passages that have a vector, at most {@code embeddable}
     * @param oldest null when no article has a date
     */
    record Size(
            int articles,
            int undated,
            int passages,
            int embeddable,
            int vectors,
            @Nullable LocalDate oldest,
            @Nullable LocalDate newest) {}

    /**
     * A passage that was found.
     *
     * @param publishedAt of its article; null if that is undated
     * @param score higher is better; comparable only within one list
     */
    record Match(PassageKey passage, @Nullable LocalDate publishedAt, float score) {}
}
