package io.dateline.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Bytes of which somebody is told how many were read. */
final class CountedInput extends FilterInputStream {

    private final LongConsumer readUpTo;
    private long read;

    CountedInput(InputStream in, LongConsumer readUpTo) {
        super(in);
        this.readUpTo = readUpTo;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        counted(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int some = super.read(bytes, offset, length);
        counted(Math.max(0, some));
        return some;
    }

    private void counted(int more) {
        read += more;
        readUpTo.accept(read);
    }
}
