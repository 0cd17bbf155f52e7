package io.dateline.index;

import io.dateline.corpus.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Articles by their ids. For one thread and one search. */
final class StoredArticles {

    private final IndexSearcher searcher;
    private final KeyLookup ids;

    StoredArticles(IndexSearcher searcher) throws IOException {
        this.searcher = searcher;
        ids = new KeyLookup(searcher, Fields.ID);
    }

    /** @param origin see {@link Fields#ORIGIN} */
    record Stored(Article article, String origin) {}

    Optional<Article> article(String id) throws IOException {
        int document = ids.document(new BytesRef(id));
        return document == KeyLookup.NONE
                ? Optional.empty()
                : Optional.of(ArticleDocuments.article(searcher.storedFields().document(document)));
    }

    /** Those that are there. */
    List<Stored> all(Collection<String> articleIds) throws IOException {
        Map<String, String> origins = values(articleIds, Fields.ORIGIN, BytesRef::utf8ToString);
        List<Stored> found = new ArrayList<>();
        for (Map.Entry<String, String> origin : origins.entrySet()) {
            article(origin.getKey()).ifPresent(article -> found.add(new Stored(article, origin.getValue())));
        }
        return found;
    }

    /** A value of each of the articles that are there and have it, by id of the article. */
    <T> Map<String, T> values(Collection<String> articleIds, String field, Function<BytesRef, T> read)
            throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        Map<String, T> found = new HashMap<>();
        for (String id : articleIds) {
            int document = ids.document(new BytesRef(id));
            if (document != KeyLookup.NONE) {
                LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
                BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
                if (values != null && values.advanceExact(document - leaf.docBase)) {
                    found.put(id, read.apply(values.binaryValue()));
                }
            }
        }
        return found;
    }
}
