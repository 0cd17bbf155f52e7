package io.dateline.index;

import java.util.Arrays;

/**
 * Estimates how often each line was seen, in 8 MB however many lines there are: a count-min sketch (Cormode and Muthukrishnan, "An
 * Improved Data Stream Summary", 2005). An estimate is never too low since the last {@link #clear}; with two million different lines one
 * in a million is as high as {@link io.dateline.corpus.BoilerplateLines#LEAST_ARTICLES} by mistake. For one thread.
 */
final class LineSketch {

    private static final int BITS = 22;
    private static final int CELLS = 1 << BITS;

    /** Beyond that estimates rise by mistake, so that it begins anew. */
    private static final int MOST_SEEN = 2 * CELLS;

    private final byte[][] rows = {new byte[CELLS], new byte[CELLS]};
    private int seen;

    void clear() {
        if (seen > 0) {
            for (byte[] row : rows) {
                Arrays.fill(row, (byte) 0);
            }
            seen = 0;
        }
    }

    /**
     * Counts the line once more.
     *
     * @param line a hash of 64 bits
     * @return how often it was seen, at most 127
     */
    int add(long line) {
        if (seen++ >= MOST_SEEN) {
            clear();
        }
        long mixed = line * 0x9E3779B97F4A7C15L;
        int estimate = Byte.MAX_VALUE;
        for (byte[] row : rows) {
            int cell = (int) (mixed >>> (Long.SIZE - BITS));
            if (row[cell] < Byte.MAX_VALUE) {
                row[cell]++;
            }
            estimate = Math.min(estimate, row[cell]);
            mixed <<= BITS;
        }
        return estimate;
    }
}
