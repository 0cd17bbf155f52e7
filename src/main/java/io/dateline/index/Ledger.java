package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What the index holds of which file. It lies in the same commits as the articles, so that the two never disagree.
 * Thread-safe.
 */
interface Ledger {

    /** Every article's origin and version, by its id. */
    Map<String, Known> known();

    /** Every file that was read to its end, by its path. */
    Map<String, FileEntry> files();

    /** What the files hold that could not be taken up, by file. */
    default List<Rejection> rejections() {
        return files().values().stream()
                .sorted(Comparator.comparing(FileEntry::path))
                .flatMap(file -> file.rejections().stream())
                .toList();
    }

    /**
     * Enters the file, or replaces its entry.
     *
     * @param life {@link ArticleIndex#life} as it was before the file's first article was put
     * @throws IndexWriteException also if one of these articles was given up
     */
    void enter(FileEntry file, long life);

    /** Forgets the file; its articles are not touched. */
    void forget(String path);

    /** The lines, as {@link io.dateline.corpus.BoilerplateLines#keys} names them, that so many articles have. */
    Set<Long> repeatedLines(int leastArticles);

    /**
     * Ids of the articles that have one of the lines.
     *
     * @param counts whether that line of that article, told by its id, counts
     */
    Set<String> articlesWith(Set<Long> lines, BiPredicate<String, Long> counts);

    /**
     * Gives the articles that are there other passages; text, version and origin stay. Nothing else is written meanwhile: some hundred at
     * a time.
     *
     * @param splitter called on several threads; an article that it fails for stays as it was
     * @throws IndexWriteException if not all could be written
     */
    void cutAgain(Collection<String> articleIds, Function<Article, List<Passage>> splitter);

    /** Removes articles. */
    void drop(Collection<String> articleIds);

    /** @param origin the file's path, or {@link ArticleIndex#HTTP} */
    record Known(String origin, String version) {}

    /**
     * @param fingerprint changes when the file's content does
     * @param yielded to other files: holds articles whose ids other files already had, to be read again when those are gone
     * @param rejections the first of them, at most {@link #MOST_REJECTIONS}
     * @param rejected how many there were
     */
    record FileEntry(String path, String fingerprint, boolean yielded, List<Rejection> rejections, int rejected) {

        static final int MOST_REJECTIONS = 100;

        public FileEntry {
            rejections = List.copyOf(rejections);
        }
    }
}
