package io.dateline.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Ids of articles: the given name where it can be one, else as much of it as can and a hash of the whole. */
final class ArticleId {

    private static final Pattern VALID = Pattern.compile("(?!\\.+$)[A-Za-z0-9._-]{1,200}");
    private static final int LONGEST_START = 80;
    private static final int HASH_LENGTH = 16;

    private ArticleId() {}

    static String ofName(String name) {
        if (VALID.matcher(name).matches()) {
            return name;
        }
        String start = name.substring(0, Math.min(name.length(), 2 * LONGEST_START))
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("^[.-]+|[.-]+$", "");
        String shortened = start.substring(0, Math.min(start.length(), LONGEST_START));
        return (shortened.isEmpty() ? "" : shortened + "-") + hash(name).substring(0, HASH_LENGTH);
    }

    /** For an article that has no name but its address or its title. */
    static String ofSource(String source) {
        return hash(source).substring(0, HASH_LENGTH);
    }

    /** SHA-256, 64 hexadecimal digits. */
    static String hash(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
