package io.dateline.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/** Runs a query for the best passages: by score, and by passage id among equal scores, whatever segments they lie in. */
final class Ranking {

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.KEY, SortField.Type.STRING_VAL));

    /** Nobody reads how many more there are, so that Lucene may skip what cannot be among the best. */
    private static final int HITS_COUNTED = 1;

    private Ranking() {}

    /** @param document its number in the searcher that was asked */
    record Ranked(String key, int document, float score) {}

    static List<Ranked> best(IndexSearcher searcher, Query query, int k) throws IOException {
        TopFieldCollectorManager manager = new TopFieldCollectorManager(BEST_FIRST, k, null, HITS_COUNTED);
        List<Ranked> ranked = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, manager).scoreDocs) {
            Object[] values = ((FieldDoc) hit).fields;
            ranked.add(new Ranked(((BytesRef) values[1]).utf8ToString(), hit.doc, (Float) values[0]));
        }
        return ranked;
    }
}
