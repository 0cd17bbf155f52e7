package io.dateline.index;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Merges segments in the background. A merge that fails, as on a full disk, breaks the writer, which {@link LuceneStore} heals. */
final class MergeThreads extends ConcurrentMergeScheduler {

    private static final Logger log = LoggerFactory.getLogger(MergeThreads.class);

    @Override
    protected void handleMergeException(Throwable failure) {
        log.warn("Segments of the index could not be merged: {}", failure.toString());
    }
}
