package io.dateline.index;

import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges segments in the background, and pauses while somebody searches. A merge that fails, as on a full disk, breaks the writer, which
 * {@link LuceneStore} heals.
 */
final class MergeThreads extends ConcurrentMergeScheduler {

    private static final Logger log = LoggerFactory.getLogger(MergeThreads.class);

    /** What a merge writes in a millisecond or so. */
    private static final int BYTES_BETWEEN_LOOKS = 1 << 16;

    private final RightOfWay rightOfWay;

    MergeThreads(RightOfWay rightOfWay) {
        this.rightOfWay = rightOfWay;
    }

    @Override
    public Directory wrapForMerge(MergePolicy.OneMerge merge, Directory directory) {
        return new FilterDirectory(super.wrapForMerge(merge, directory)) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                return new GivingWay(in.createOutput(name, context));
            }
        };
    }

    @Override
    protected void handleMergeException(Throwable failure) {
        log.warn("Segments of the index could not be merged: {}", failure.toString());
    }

    private final class GivingWay extends FilterIndexOutput {

        private int sinceLook;

        GivingWay(IndexOutput out) {
            super("giving way: " + out, out.getName(), out);
        }

        @Override
        public void writeByte(byte b) throws IOException {
            written(1);
            out.writeByte(b);
        }

        @Override
        public void writeBytes(byte[] b, int offset, int length) throws IOException {
            written(length);
            out.writeBytes(b, offset, length);
        }

        private void written(int bytes) {
            sinceLook += bytes;
            if (sinceLook >= BYTES_BETWEEN_LOOKS) {
                sinceLook = 0;
                rightOfWay.give();
            }
        }
    }
}
