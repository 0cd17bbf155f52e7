package io.dateline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.util.BytesRef;

/**
 * A text in {@value #PLACES} numbers, made by Lucene's MinHash of its sentences: as many are equal in two texts as they share of
 * their sentences. Sentences and not runs of words, because there are twenty times fewer of them, and a copy keeps most of them
 * to the letter.
 */
public final class Fingerprint {

    static final int PLACES = 64;

    /** In characters; shorter pieces are initials, numbers and "he said". */
    private static final int SHORTEST_SENTENCE = 20;

    private static final int LONGEST_SENTENCE = 1_000;

    private static final Analyzer MIN_HASH = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            Tokenizer sentences =
                    CharTokenizer.fromSeparatorCharPredicate(c -> c == '.' || c == '!' || c == '?' || c == '\n');
            TokenStream terms = new TrimFilter(new LowerCaseFilter(sentences));
            terms = new LengthFilter(terms, SHORTEST_SENTENCE, LONGEST_SENTENCE);
            return new TokenStreamComponents(sentences, new MinHashFilter(terms, 1, PLACES, 1, true));
        }
    };

    private final int[] places;

    private Fingerprint(int[] places) {
        this.places = places;
    }

    static Fingerprint of(String text) {
        int[] places = new int[PLACES];
        try (TokenStream hashes = MIN_HASH.tokenStream("", text)) {
            CharTermAttribute hash = hashes.addAttribute(CharTermAttribute.class);
            hashes.reset();
            for (int i = 0; i < PLACES && hashes.incrementToken(); i++) {
                places[i] = hash.toString().hashCode();
            }
            return new Fingerprint(places);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
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
            equal += places[i] == other.places[i] && places[i] != 0 ? 1 : 0;
        }
        return (double) equal / PLACES;
    }
}
