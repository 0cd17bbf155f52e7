package io.dateline.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file that are not blank, as bytes, one at a time, of limited length. Bytes, so that a wrongly encoded line
 * does not spoil its neighbours.
 */
final class ByteLines implements AutoCloseable {

    /** A line so many times too long is no line; what follows is not looked for. */
    private static final int PATIENCE = 20;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[64 * 1024];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int filled;
    private long length;
    private int number;

    ByteLines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes to the next line that is not blank; false at the end. */
    boolean next() throws IOException {
        do {
            if (!advance()) {
                return false;
            }
        } while (!isTooLong() && isBlank(line.toByteArray()));
        return true;
    }

    byte[] line() {
        byte[] bytes = line.toByteArray();
        boolean marked = number == 1
                && bytes.length >= 3
                && bytes[0] == (byte) 0xef
                && bytes[1] == (byte) 0xbb
                && bytes[2] == (byte) 0xbf;
        return marked ? java.util.Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    /** From 1, blank lines counted. */
    int number() {
        return number;
    }

    boolean isTooLong() {
        return length > longest;
    }

    private boolean advance() throws IOException {
        line.reset();
        length = 0;
        number++;
        while (position < filled || fill()) {
            int start = position;
            while (position < filled && buffer[position] != '\n') {
                position++;
            }
            length += position - start;
            if (!isTooLong()) {
                line.write(buffer, start, position - start);
            }
            if (length > (long) longest * PATIENCE) {
                throw new IOException("line " + number + " does not end");
            }
            if (position < filled) {
                position++;
                return true;
            }
        }
        return length > 0;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
