package io.dateline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Finds documents by a field whose value is unique among the documents that are not deleted. For one thread and one search. */
final class KeyLookup {

    static final int NONE = -1;

    private final List<Segment> segments = new ArrayList<>();
    private @Nullable PostingsEnum postings;

    private record Segment(TermsEnum terms, @Nullable Bits live, int base) {}

    KeyLookup(IndexSearcher searcher, String field) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms != null) {
                segments.add(new Segment(terms.iterator(), leaf.reader().getLiveDocs(), leaf.docBase));
            }
        }
    }

    /** The document's number, or {@link #NONE}. */
    int document(BytesRef key) throws IOException {
        for (Segment segment : segments) {
            if (segment.terms.seekExact(key)) {
                PostingsEnum found = segment.terms.postings(postings, PostingsEnum.NONE);
                postings = found;
                for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
                    if (segment.live == null || segment.live.get(doc)) {
                        return segment.base + doc;
                    }
                }
            }
        }
        return NONE;
    }
}
