package io.dateline.index;

import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** A {@link Filter} as Lucene queries; the fields have the same names beside the words and beside the vectors. */
final class FilterQuery {

    private FilterQuery() {}

    static void add(Filter filter, BooleanQuery.Builder query) {
        if (filter.asOf() != null) {
            Query later = LongField.newRangeQuery(Fields.DAY, filter.asOf().toEpochDay() + 1, Long.MAX_VALUE);
            query.add(later, Occur.MUST_NOT);
        }
        if (filter.from() != null || filter.to() != null) {
            long first = filter.from() == null ? Long.MIN_VALUE : filter.from().toEpochDay();
            long last = filter.to() == null ? Long.MAX_VALUE : filter.to().toEpochDay();
            query.add(LongField.newRangeQuery(Fields.DAY, first, last), Occur.FILTER);
        }
        if (filter.publisher() != null) {
            query.add(new TermQuery(new Term(Fields.PUBLISHER, filter.publisher())), Occur.FILTER);
        }
    }

    /** The filter on its own; empty if it lets everything pass. */
    static Optional<Query> of(Filter filter) {
        if (filter.equals(Filter.NONE)) {
            return Optional.empty();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        add(filter, query);
        return Optional.of(query.build());
    }
}
