package io.dateline.index;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * How much there is, as one searcher sees it.
 *
 * @param leads articles that have a passage; one of nothing but lines that its site repeats has none
 */
record ArchiveCount(
        int articles,
        int undated,
        int passages,
        int leads,
        @Nullable LocalDate oldest,
        @Nullable LocalDate newest) {

    private static final Query ARTICLES = new TermQuery(new Term(Fields.KIND, Fields.ARTICLE_KIND));
    private static final Query DATED = new BooleanQuery.Builder()
            .add(ARTICLES, Occur.FILTER)
            .add(LongField.newRangeQuery(Fields.DAY, Long.MIN_VALUE, Long.MAX_VALUE), Occur.FILTER)
            .build();

    static ArchiveCount of(IndexSearcher searcher) throws IOException {
        int articles = searcher.count(ARTICLES);
        int passages = searcher.count(new TermQuery(new Term(Fields.KIND, Fields.PASSAGE_KIND)));
        int leads = searcher.count(new TermQuery(new Term(Fields.KIND, Fields.LEAD_KIND)));
        int dated = searcher.count(DATED);
        return new ArchiveCount(
                articles, articles - dated, passages, leads, first(searcher, false), first(searcher, true));
    }

    private static @Nullable LocalDate first(IndexSearcher searcher, boolean newest) throws IOException {
        SortField byDay = LongField.newSortField(Fields.DAY, newest, SortedNumericSelector.Type.MIN);
        return List.of(searcher.search(DATED, 1, new Sort(byDay)).scoreDocs).stream()
                .map(hit -> LocalDate.ofEpochDay((Long) ((FieldDoc) hit).fields[0]))
                .findFirst()
                .orElse(null);
    }
}
