package io.dateline.index;

import org.apache.lucene.util.VectorUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lucene's dot product of quantised vectors. It is written with the JDK's vector API, which the interpreter takes a thousand times as long
 * for as compiled code: 0.24 ms instead of 0.1 µs, and a search by meaning makes thousands of them.
 */
final class DotProduct {

    private static final Logger log = LoggerFactory.getLogger(DotProduct.class);

    /** Until nothing gets faster any more, with 384 dimensions, on OpenJDK 21 and 25: half a second. */
    private static final int CALLS = 10_000;

    private static final int DIMENSIONS = 384;

    private DotProduct() {}

    /** Has it compiled, so that the first questions after a start do not wait for it. */
    static void compile() {
        byte[] vector = new byte[DIMENSIONS];
        long began = System.nanoTime();
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            vector[i % DIMENSIONS]++;
            sum += VectorUtil.uint8DotProduct(vector, vector);
        }
        // The sum is told, lest the loop be left out.
        log.debug("The dot product is compiled after {} ms ({})", (System.nanoTime() - began) / 1_000_000, sum);
    }
}
