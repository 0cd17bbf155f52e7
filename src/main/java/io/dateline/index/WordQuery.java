package io.dateline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * What a person typed as a disjunction of terms, each in all its spellings; one that is repeated counts as often. No query parser is
 * involved, so nothing a person types is syntax.
 */
final class WordQuery {

    /** A question has fewer; a pasted paragraph must not cost a hundred times a question. */
    static final int MOST_TERMS = 64;

    private final Analyzer analyzer;
    private final SpellingVariants variants;

    WordQuery(Analyzer analyzer) {
        this.analyzer = analyzer;
        this.variants =
                new SpellingVariants(name -> terms(name).keySet().iterator().next());
    }

    /** Matches nothing if the text holds only stop words or no words at all. */
    BooleanQuery.Builder of(String text) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        terms(text).forEach((term, times) -> {
            Query spelled = inAllSpellings(term);
            words.add(times == 1 ? spelled : new BoostQuery(spelled, times), Occur.SHOULD);
        });
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

    /** The first {@value #MOST_TERMS} distinct terms, in the order of the text, and how often each stands there until then. */
    private Map<String, Integer> terms(String text) {
        Map<String, Integer> terms = new LinkedHashMap<>();
        try (TokenStream tokens = analyzer.tokenStream(Fields.TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (terms.size() < MOST_TERMS && tokens.incrementToken()) {
                terms.merge(term.toString(), 1, Integer::sum);
            }
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }
}
