package io.dateline.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/**
 * Finds passages by their key: they stand behind their article, in the order of their ordinals. A term for each passage would do the
 * same, and would be a fifth of what writing and merging the index costs. For one thread and one search.
 */
final class PassageLookup {

    private final KeyLookup articles;
    private final List<LeafReaderContext> leaves;

    PassageLookup(IndexSearcher searcher) throws IOException {
        articles = new KeyLookup(searcher, Fields.ID);
        leaves = searcher.getIndexReader().leaves();
    }

    /**
     * The document's number, or {@link KeyLookup#NONE}, as where the article has another version now, or another cut.
     *
     * @param key a written {@link PassageKey}
     */
    int document(String key) throws IOException {
        PassageKey passage = PassageKey.parse(key);
        int article = articles.document(new BytesRef(passage.articleId()));
        if (article == KeyLookup.NONE) {
            return KeyLookup.NONE;
        }
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(article, leaves));
        int document = article - leaf.docBase + 1 + passage.ordinal();
        BinaryDocValues keys = leaf.reader().getBinaryDocValues(Fields.KEY);
        boolean there = keys != null
                && document < leaf.reader().maxDoc()
                && keys.advanceExact(document)
                && keys.binaryValue().equals(new BytesRef(key));
        return there ? leaf.docBase + document : KeyLookup.NONE;
    }
}
