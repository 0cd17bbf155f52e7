package io.dateline.index;

import io.dateline.corpus.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;

/** The articles in the order a reader leafs through them: newest first, undated ones last, by id among equals. */
final class ArticleList {

    private static final Query ARTICLES = new TermQuery(new Term(Fields.KIND, Fields.ARTICLE_KIND));

    private static final Sort NEWEST_FIRST = new Sort(
            LongField.newSortField(Fields.DAY, true, SortedNumericSelector.Type.MIN, Long.MIN_VALUE),
            new SortField(Fields.ID, SortField.Type.STRING_VAL));

    private ArticleList() {}

    static List<Article> page(IndexSearcher searcher, int offset, int limit) throws IOException {
        int there = searcher.count(ARTICLES);
        if (offset >= there) {
            return List.of();
        }
        ScoreDoc[] hits = searcher.search(ARTICLES, Math.min(there, offset + limit), NEWEST_FIRST).scoreDocs;
        StoredFields stored = searcher.storedFields();
        List<Article> page = new ArrayList<>();
        for (int i = offset; i < hits.length; i++) {
            page.add(ArticleDocuments.article(stored.document(hits[i].doc)));
        }
        return page;
    }
}
