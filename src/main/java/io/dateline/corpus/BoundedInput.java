package io.dateline.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of which only so many may be read for one article, so that no article exhausts the memory. */
final class BoundedInput extends FilterInputStream {

    private final int mostBytes;
    private long left;

    BoundedInput(InputStream in, int mostBytes) {
        super(in);
        this.mostBytes = mostBytes;
        this.left = mostBytes;
    }

    /** Starts the count of the next article. */
    void allowAnother() {
        left = mostBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        left -= Math.max(0, read);
        if (left < 0) {
            throw new TooLargeException(mostBytes / 1024 / 1024);
        }
        return read;
    }

    /** One article has more bytes than any article has. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1;

        private final int mostMegabytes;

        TooLargeException(int mostMegabytes) {
            super("an article larger than " + mostMegabytes + " MB");
            this.mostMegabytes = mostMegabytes;
        }

        int mostMegabytes() {
            return mostMegabytes;
        }
    }
}
