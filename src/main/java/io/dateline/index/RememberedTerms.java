package io.dateline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Does what a chain of filters does, but to each word once: most of a text are words that were seen just before, and looking one up takes
 * a fraction of folding and stemming it.
 */
final class RememberedTerms extends FilteringTokenFilter {

    /** Three megabytes or so. Then it begins anew; 93 of 100 words of RealTimeQA's archive are found all the same. */
    private static final int MOST_WORDS = 1 << 15;

    private static final char[] DROPPED = {};

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final CharArrayMap<char[]> known = new CharArrayMap<>(16, false);
    private final OneWord word = new OneWord();
    private final TokenStream filtered;
    private final CharTermAttribute filteredTerm;

    /** @param chain of filters that make one term, or none, of a word, whatever stands beside it */
    RememberedTerms(TokenStream words, UnaryOperator<TokenStream> chain) {
        super(words);
        filtered = chain.apply(word);
        filteredTerm = filtered.addAttribute(CharTermAttribute.class);
    }

    @Override
    protected boolean accept() {
        char[] made = known.get(term.buffer(), 0, term.length());
        if (made == null) {
            made = make();
            if (known.size() == MOST_WORDS) {
                known.clear();
            }
            known.put(term.toString(), made);
        }
        term.copyBuffer(made, 0, made.length);
        return made.length > 0;
    }

    private char[] make() {
        try {
            word.say(term);
            filtered.reset();
            char[] made = filtered.incrementToken() ? filteredTerm.toString().toCharArray() : DROPPED;
            filtered.end();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("a word cannot fail to be read", e);
        }
    }

    /** A stream of the word that was said last. */
    private static final class OneWord extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private CharSequence next = "";
        private boolean pending;

        void say(CharSequence said) {
            next = said;
            pending = true;
        }

        @Override
        public boolean incrementToken() {
            if (!pending) {
                return false;
            }
            clearAttributes();
            term.append(next);
            pending = false;
            return true;
        }
    }
}
