package io.dateline.corpus;

/** The FNV-1a hash of 64 bits (Fowler, Noll and Vo), over UTF-16 units. Its upper bits are not even for short texts. */
public final class Fnv1a {

    /** The hash of an empty text. */
    public static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private Fnv1a() {}

    /** The hash of a text with one more character. */
    public static long add(long hash, char next) {
        return (hash ^ next) * PRIME;
    }
}
