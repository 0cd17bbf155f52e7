package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.dateline.index.Ledger.FileEntry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What came from feeds: which address was read in which version, in the same commits as the articles, so that nothing is fetched
 * twice and nothing is lost over a restart. Thread-safe.
 */
public final class FeedLedger {

    private final LuceneIndex index;
    private final Function<Article, List<Passage>> splitter;
    private final Runnable afterwards;

    FeedLedger(LuceneIndex index, Function<Article, List<Passage>> splitter, Runnable afterwards) {
        this.index = index;
        this.splitter = splitter;
        this.afterwards = afterwards;
    }

    /** Whether this is the origin of an article that came from the web. */
    static boolean isAddress(String origin) {
        return origin.startsWith("http://") || origin.startsWith("https://");
    }

    /** The version in which each address was read, by address; those of files are among them. */
    public Map<String, String> versions() {
        return index.files().values().stream().collect(Collectors.toMap(FileEntry::path, FileEntry::fingerprint));
    }

    /**
     * Takes up the article; an earlier version of it is not found again.
     *
     * @param address what its version is kept under; begins with that of its feed
     */
    public void take(Article article, String address, String version) {
        long life = index.life();
        index.put(article, splitter.apply(article), address);
        index.enter(new FileEntry(address, version, false, List.of(), 0), life);
    }

    /** Notes that the address was read and that there is nothing to take up, and why; empty reasons are no fault. */
    public void note(String address, String version, List<Rejection> reasons) {
        index.enter(new FileEntry(address, version, false, reasons, reasons.size()), index.life());
    }

    /**
     * Makes what was taken and noted durable.
     *
     * @throws IndexWriteException if the index cannot be written now
     */
    public void commit() {
        index.commit();
        afterwards.run();
    }
}
