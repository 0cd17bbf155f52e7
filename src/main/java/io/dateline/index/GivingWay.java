package io.dateline.index;

import java.io.IOException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.FlushInfo;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * A directory in which whoever writes much at once, as a merge or the flush of a full buffer does, pauses while somebody searches. Each of
 * them takes a core for a second and more, and says nothing of it before it is done. The few documents of one article are written without
 * a pause: a search may be waiting for them.
 */
final class GivingWay extends FilterDirectory {

    /** What is written in a millisecond or so. */
    private static final int BYTES_BETWEEN_LOOKS = 1 << 16;

    private static final long MUCH_BYTES = 2 << 20;

    private final RightOfWay rightOfWay;

    GivingWay(Directory directory, RightOfWay rightOfWay) {
        super(directory);
        this.rightOfWay = rightOfWay;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        IndexOutput out = in.createOutput(name, context);
        return isMuch(context) ? new Output(out) : out;
    }

    private static boolean isMuch(IOContext context) {
        FlushInfo flush = context.flushInfo();
        return context.mergeInfo() != null || (flush != null && flush.estimatedSegmentSize() >= MUCH_BYTES);
    }

    private final class Output extends FilterIndexOutput {

        private long sinceLook;

        Output(IndexOutput out) {
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
