package io.dateline.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** A file that may be compressed with gzip, which its name says. */
final class GzipFile {

    private static final int BUFFER = 64 * 1024;

    private GzipFile() {}

    /** The uncompressed bytes; the caller closes them. */
    static InputStream open(Path file) throws IOException {
        return open(file, bytes -> {});
    }

    /** @param readUpTo told how many bytes of the file were read so far, whenever some were */
    static InputStream open(Path file, LongConsumer readUpTo) throws IOException {
        InputStream in = new CountedInput(Files.newInputStream(file), readUpTo);
        if (!FileName.has(file, ".gz")) {
            return in;
        }
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
