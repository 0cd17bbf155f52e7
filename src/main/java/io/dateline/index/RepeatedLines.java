package io.dateline.index;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Counts the lines of all articles, in the dictionary of terms: nothing is held in memory, and nothing is lost at a restart. */
final class RepeatedLines {

    private RepeatedLines() {}

    /** The lines that so many articles have; older versions and deleted articles do not count. */
    static Set<String> of(IndexReader reader, int leastArticles) throws IOException {
        Set<String> repeated = new HashSet<>();
        Terms lines = MultiTerms.getTerms(reader, Fields.LINE);
        if (lines == null) {
            return repeated;
        }
        Bits live = MultiBits.getLiveDocs(reader);
        TermsEnum line = lines.iterator();
        PostingsEnum articles = null;
        for (BytesRef term = line.next(); term != null; term = line.next()) {
            if (line.docFreq() >= leastArticles) {
                articles = line.postings(articles, PostingsEnum.NONE);
                if (live(articles, live) >= leastArticles) {
                    repeated.add(term.utf8ToString());
                }
            }
        }
        return repeated;
    }

    private static int live(PostingsEnum articles, @Nullable Bits live) throws IOException {
        int count = 0;
        for (int doc = articles.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = articles.nextDoc()) {
            count += live == null || live.get(doc) ? 1 : 0;
        }
        return count;
    }

    /** Ids of the articles that have one of the lines. */
    static Set<String> articles(IndexSearcher searcher, Collection<String> lines) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        Terms all = MultiTerms.getTerms(reader, Fields.LINE);
        Set<String> ids = new HashSet<>();
        if (all == null || lines.isEmpty()) {
            return ids;
        }
        FixedBitSet having = new FixedBitSet(reader.maxDoc());
        TermsEnum terms = all.iterator();
        for (String line : lines) {
            if (terms.seekExact(new BytesRef(line))) {
                having.or(terms.postings(null, PostingsEnum.NONE));
            }
        }
        UniqueValues.visit(searcher, Fields.ID, (leaf, document, id) -> {
            if (having.get(leaf.docBase + document)) {
                ids.add(id.utf8ToString());
            }
            return true;
        });
        return ids;
    }
}
