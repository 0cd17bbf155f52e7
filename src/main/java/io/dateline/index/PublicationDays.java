package io.dateline.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** The day of publication of a document, without reading its article. */
final class PublicationDays {

    private PublicationDays() {}

    /** Null if the document is undated. */
    static @Nullable LocalDate of(IndexSearcher searcher, int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedNumericDocValues days = DocValues.getSortedNumeric(leaf.reader(), Fields.DAY);
        return days.advanceExact(document - leaf.docBase) ? LocalDate.ofEpochDay(days.nextValue()) : null;
    }
}
