package io.dateline.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Walks over the values that the documents have in a field, and over nothing of what is deleted. */
final class UniqueValues {

    private UniqueValues() {}

    interface Visitor {

        /**
         * @param value valid during the call only
         * @return whether to go on
         */
        boolean visit(LeafReaderContext leaf, int document, BytesRef value) throws IOException;
    }

    /** The newest segments first, since what was written last is what is mostly wanted. */
    static void visit(IndexSearcher searcher, String field, Visitor visitor) throws IOException {
        for (LeafReaderContext leaf : reversed(searcher)) {
            BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
            Bits live = leaf.reader().getLiveDocs();
            if (values == null) {
                continue;
            }
            for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
                boolean there = live == null || live.get(doc);
                if (there && !visitor.visit(leaf, doc, values.binaryValue())) {
                    return;
                }
            }
        }
    }

    private static List<LeafReaderContext> reversed(IndexSearcher searcher) {
        return searcher.getIndexReader().leaves().reversed();
    }
}
