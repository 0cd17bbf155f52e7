package io.dateline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * What a person typed as a disjunction of terms, each in all its spellings. No query parser is involved, so nothing a person types is
 * syntax.
 */
final class WordQuery {

    /** A question has fewer; a pasted paragraph must not cost a hundred times a question. */
    static final int MOST_TERMS = 64;

    private final Analyzer analyzer;
    private final SpellingVariants variants;

    WordQuery(Analyzer analyzer) {
        this.analyzer = analyzer;
        this.variants = new SpellingVariants(name -> terms(name).iterator().next());
    }

    /** Matches nothing if the text holds only stop words or no words at all. */
    BooleanQuery.Builder of(String text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String term : terms(text)) {
            words.add(inAllSpellings(term), Occur.SHOULD);
        }
        return query.add(words.build(), Occur.MUST);
    }

    /** One word to the score, whichever spelling a passage has. */
    private Query inAllSpellings(String term) {
        Set<String> spellings = variants.of(term);
        if (spellings.size() == 1) {
            return new TermQuery(new Term(Fields.TEXT, term));
        }
        SynonymQuery.Builder query = new SynonymQuery.Builder(Fields.TEXT);
        spellings.forEach(spelling -> query.addTerm(new Term(Fields.TEXT, spelling)));
        return query.build();
    }

    /** The first {@value #MOST_TERMS} distinct terms, in the order of the text. */
    Set<String> terms(String text) {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (terms.size() < MOST_TERMS && tokens.incrementToken()) {
                terms.add(term.toString());
            }
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }
}
