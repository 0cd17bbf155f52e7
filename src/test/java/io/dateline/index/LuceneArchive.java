package io.dateline.index;

import java.nio.file.Path;
import java.time.Clock;

/** The real index for tests of other modules. */
public final class LuceneArchive {

    private LuceneArchive() {}

    public static ArticleIndex open(Path folder) {
        return LuceneIndex.open(folder, Samples.MODEL, Integer.MAX_VALUE, Clock.systemUTC());
    }

    /** What feeds left in an index that {@link #open} gave. */
    public static FeedLedger feedLedger(ArticleIndex index) {
        return new FeedLedger((LuceneIndex) index, Samples::passages, () -> {});
    }
}
