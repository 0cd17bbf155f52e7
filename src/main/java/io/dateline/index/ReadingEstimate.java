package io.dateline.index;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many articles a run of reading files is going to take up, guessed from what was read so far. Written by one thread. */
final class ReadingEstimate implements ReadingProgress {

    private static final Logger log = LoggerFactory.getLogger(ReadingEstimate.class);

    private final Progress lines = new Progress("articles", 0, System::nanoTime, log::info);
    private volatile long awaited;

    /** Files tell only their size, so what was read so far tells how many articles the rest will hold. */
    @Override
    public void at(long articles, long bytesRead, long bytesInAll) {
        long total = bytesRead == 0 ? 0 : Math.max(articles, Math.round((double) articles * bytesInAll / bytesRead));
        awaited = Math.max(0, total - articles);
        lines.at(articles, total);
    }

    /** Articles that are still to be read; 0 as long as nothing is known. */
    long awaited() {
        return awaited;
    }
}
