package io.dateline.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Counts the lines of all articles: 8 bytes each while it counts, and nothing is lost at a restart. Older versions and deleted articles
 * do not count.
 */
final class RepeatedLines {

    private RepeatedLines() {}

    private interface Visitor {
        void visit(BytesRef articleId, long line);
    }

    /** The lines that so many articles have. */
    static Set<Long> of(IndexSearcher searcher, int leastArticles) throws IOException {
        long[] lines = all(searcher);
        Set<Long> repeated = new HashSet<>();
        for (int from = 0, to; from < lines.length; from = to) {
            to = from + 1;
            while (to < lines.length && lines[to] == lines[from]) {
                to++;
            }
            if (to - from >= leastArticles) {
                repeated.add(lines[from]);
            }
        }
        return repeated;
    }

    private static long[] all(IndexSearcher searcher) throws IOException {
        Gathered gathered = new Gathered();
        visit(searcher, (articleId, line) -> gathered.add(line));
        return gathered.sorted();
    }

    private static final class Gathered {

        private long[] lines = new long[0];
        private int size;

        void add(long line) {
            lines = ArrayUtil.grow(lines, size + 1);
            lines[size++] = line;
        }

        long[] sorted() {
            long[] sorted = ArrayUtil.copyOfSubArray(lines, 0, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }

    /** Ids of the articles that have one of the lines. */
    static Set<String> articles(IndexSearcher searcher, Set<Long> lines, BiPredicate<String, Long> counts)
            throws IOException {
        Set<String> ids = new HashSet<>();
        if (!lines.isEmpty()) {
            visit(searcher, (articleId, line) -> {
                if (lines.contains(line)) {
                    String id = articleId.utf8ToString();
                    if (counts.test(id, line)) {
                        ids.add(id);
                    }
                }
            });
        }
        return ids;
    }

    private static void visit(IndexSearcher searcher, Visitor visitor) throws IOException {
        Segment current = new Segment();
        UniqueValues.visit(searcher, Fields.ID, (leaf, document, id) -> {
            SortedNumericDocValues lines = current.lines(leaf);
            if (lines != null && lines.advanceExact(document)) {
                for (int i = 0; i < lines.docValueCount(); i++) {
                    visitor.visit(id, lines.nextValue());
                }
            }
            return true;
        });
    }

    /** The lines of the segment that is being walked over. */
    private static final class Segment {

        private @Nullable LeafReaderContext leaf;
        private @Nullable SortedNumericDocValues lines;

        @Nullable
        SortedNumericDocValues lines(LeafReaderContext next) throws IOException {
            if (leaf != next) {
                leaf = next;
                lines = next.reader().getSortedNumericDocValues(Fields.LINE);
            }
            return lines;
        }
    }
}
