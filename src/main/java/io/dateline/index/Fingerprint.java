package io.dateline.index;

import io.dateline.corpus.Fnv1a;
import java.nio.ByteBuffer;
import org.apache.lucene.util.BytesRef;

/**
 * A text in {@value #PLACES} numbers: as many are equal in two texts as they share of their sentences. Sentences and not runs of words,
 * because there are twenty times fewer of them, and a copy keeps most of them to the letter.
 *
 * <p>One permutation hashing (Li, Owen and Zhang, "One Permutation Hashing", 2012): each sentence has one hash, whose upper bits choose
 * a place, and the smallest of a place stays; a place without any takes over that of the next one that has (Shrivastava and Li, "Densifying
 * One Permutation Hashing via Rotation", 2014).
 */
public final class Fingerprint {

    static final int PLACES = 64;

    private static final int PLACE_BITS = 6;

    /** In characters; shorter pieces are initials, numbers and "he said". */
    private static final int SHORTEST_SENTENCE = 20;

    private static final int LONGEST_SENTENCE = 1_000;

    /** Of a text without sentences. */
    private static final int NONE = 0;

    private final int[] places;

    private Fingerprint(int[] places) {
        this.places = places;
    }

    static Fingerprint of(String text) {
        int[] places = new int[PLACES];
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || endsSentence(text.charAt(i))) {
                String sentence = text.substring(start, i).strip();
                if (sentence.length() >= SHORTEST_SENTENCE && sentence.length() <= LONGEST_SENTENCE) {
                    keep(hash(sentence), places);
                }
                start = i + 1;
            }
        }
        return new Fingerprint(rotated(places));
    }

    private static boolean endsSentence(char c) {
        return c == '.' || c == '!' || c == '?' || c == '\n';
    }

    /** FNV-1a, whatever the case; then the finalizer of MurmurHash3 (Appleby), since FNV's upper bits are not even. */
    private static long hash(String sentence) {
        long hash = Fnv1a.EMPTY;
        for (int i = 0; i < sentence.length(); i++) {
            hash = Fnv1a.add(hash, Character.toLowerCase(sentence.charAt(i)));
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    private static void keep(long hash, int[] places) {
        int place = (int) (hash >>> (Long.SIZE - PLACE_BITS));
        int value = (int) hash | 1;
        if (places[place] == NONE || Integer.compareUnsigned(value, places[place]) < 0) {
            places[place] = value;
        }
    }

    private static int[] rotated(int[] places) {
        int[] filled = new int[PLACES];
        int next = NONE;
        for (int i = 2 * PLACES - 1; i >= 0; i--) {
            int own = places[i % PLACES];
            next = own == NONE ? next : own;
            filled[i % PLACES] = next;
        }
        return filled;
    }

    static Fingerprint read(BytesRef stored) {
        int[] places = new int[PLACES];
        ByteBuffer.wrap(stored.bytes, stored.offset, stored.length)
                .asIntBuffer()
                .get(places);
        return new Fingerprint(places);
    }

    BytesRef stored() {
        ByteBuffer bytes = ByteBuffer.allocate(PLACES * Integer.BYTES);
        bytes.asIntBuffer().put(places);
        return new BytesRef(bytes.array());
    }

    /** An estimate, 0 to 1, of how many of their sentences two texts share; texts without sentences share none. */
    public double likeness(Fingerprint other) {
        int equal = 0;
        for (int i = 0; i < PLACES; i++) {
            equal += places[i] == other.places[i] && places[i] != NONE ? 1 : 0;
        }
        return (double) equal / PLACES;
    }
}
