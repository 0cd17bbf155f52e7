package io.dateline.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds one article as text. It is UTF-8, or has a byte order mark that says otherwise; an encoding is never
 * guessed.
 */
final class TextFile {

    /** In bytes. The longest articles have some 300 kB; ten megabytes are a mistake or an attack. */
    static final int LARGEST = 10 * 1024 * 1024;

    private TextFile() {}

    static String read(Path file) throws RejectedArticle {
        byte[] bytes = bytes(file);
        try {
            return decode(bytes);
        } catch (IOException e) {
            throw RejectedArticle.because(e);
        }
    }

    static byte[] bytes(Path file) throws RejectedArticle {
        try (InputStream in = Files.newInputStream(file)) {
            // Read by limit rather than by the size that the file system states: the file may be growing.
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new RejectedArticle(
                        "is %.1f MB; a file with one article may have %d MB. Many articles go into a .jsonl file"
                                .formatted(Files.size(file) / 1024.0 / 1024.0, LARGEST / 1024 / 1024));
            }
            if (bytes.length == 0) {
                throw new RejectedArticle("is empty; put an article into it or delete it");
            }
            return bytes;
        } catch (IOException e) {
            throw RejectedArticle.because(e);
        }
    }

    private static String decode(byte[] bytes) throws IOException, RejectedArticle {
        Charset charset = marked(bytes);
        if (charset.equals(StandardCharsets.UTF_8) && isBinary(bytes)) {
            throw new RejectedArticle(
                    "is not text; if it is a document, save it as text or HTML, and if it is UTF-16, save it as UTF-8");
        }
        String text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        if (ArticleText.clean(text).isEmpty()) {
            throw new RejectedArticle("is empty but for white space; put an article into it or delete it");
        }
        return text;
    }

    /** What the byte order mark says. The mark itself is cleaned away with the other invisible characters. */
    private static Charset marked(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (startsWith(bytes, 0, 0, 0xfe, 0xff)) {
            return Charset.forName("UTF-32BE");
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(bytes, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** A zero byte, or more than one control character in fifty bytes: no text has that. */
    static boolean isBinary(byte[] bytes) {
        int controls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
            if (b > 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                controls++;
            }
        }
        return controls * 50L > bytes.length;
    }
}
