package io.dateline.index;

import io.dateline.corpus.Article;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * The vectors of passages, in a Lucene index of their own: a vector arrives long after its passage, and Lucene can add one to
 * a document only by writing the whole document again. May hold vectors of passages that are gone; who asks must check. Who searches does
 * not wait for vectors that were written just before: they are made in the background for minutes, a few at a time.
 */
final class VectorStore implements Closeable {

    /** Changes when vectors are written in another way; the model is part of the format as well. */
    private static final String FORMAT = "2 ";

    /** Neighbours a node and candidates while building: Lucene's defaults. */
    private static final int CONNECTIONS = 16;

    private static final int BEAM_WIDTH = 100;

    /** Vectors are buffered as floats, 1.5 kB each, and searchable only once they are flushed. */
    private static final double BUFFER_MB = 16;

    private final LuceneStore store;

    /** @param model that makes the vectors: those of another model cannot be compared with */
    static String format(String model) {
        return FORMAT + model;
    }

    VectorStore(Directory directory, String model) throws IOException {
        store = new LuceneStore(directory, VectorStore::configuration, new SearcherFactory(), format(model));
    }

    private static IndexWriterConfig configuration() {
        return new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MB).setCodec(codec());
    }

    /** Search reads bytes, a quarter of the floats; the floats stay on disk for merging. */
    private static Codec codec() {
        KnnVectorsFormat quantized =
                new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.UNSIGNED_BYTE, CONNECTIONS, BEAM_WIDTH);
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return quantized;
            }
        };
    }

    void add(Article article, PassageKey key, float[] vector) {
        Document document = ArticleDocuments.filtered(article);
        String written = key.toString();
        ArticleDocuments.addUnique(document, Fields.KEY, written);
        if (key.ordinal() == 0) {
            document.add(new StringField(Fields.KIND, Fields.LEAD_KIND, Store.NO));
        }
        document.add(new KnnFloatVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        store.write(writer -> writer.updateDocument(new Term(Fields.KEY, written), document));
    }

    void removeArticles(Term[] ids) {
        store.write(writer -> writer.deleteDocuments(ids));
    }

    void remove(List<String> keys) {
        Term[] terms = keys.stream().map(key -> new Term(Fields.KEY, key)).toArray(Term[]::new);
        store.write(writer -> writer.deleteDocuments(terms));
    }

    void commit() {
        store.commit();
    }

    /** As far as they were seen. */
    int count() {
        return store.searchLastSeen(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Those of the first passages of articles. */
    int countLeads() {
        return store.searchLastSeen(searcher -> searcher.count(new TermQuery(new Term(Fields.KIND, Fields.LEAD_KIND))));
    }

    /** The nearest, best first, ties by passage id. */
    List<Ranking.Ranked> nearest(float[] vector, Filter filter, int k) {
        Optional<Query> among = FilterQuery.of(filter);
        Query query = among.isPresent()
                ? new KnnFloatVectorQuery(Fields.VECTOR, vector, k, among.get())
                : new KnnFloatVectorQuery(Fields.VECTOR, vector, k);
        return store.searchLastSeen(searcher -> Ranking.best(searcher, query, k));
    }

    /** Answers for many keys; for one thread. */
    interface Membership {
        boolean contains(BytesRef key) throws IOException;
    }

    /** Of every vector that was written, by {@link Fields#KEY}. */
    <T> T ask(Asking<T> asking) {
        return store.read(searcher -> ask(searcher, Fields.KEY, asking));
    }

    /**
     * Of those that {@link #nearest} finds.
     *
     * @param field what the keys are of: {@link Fields#KEY}, or {@link Fields#ARTICLE}
     */
    <T> T askSeen(String field, Asking<T> asking) {
        return store.searchLastSeen(searcher -> ask(searcher, field, asking));
    }

    private static <T> T ask(IndexSearcher searcher, String field, Asking<T> asking) throws IOException {
        KeyLookup lookup = new KeyLookup(searcher, field);
        return asking.with(key -> lookup.document(key) != KeyLookup.NONE);
    }

    interface Asking<T> {
        T with(Membership membership) throws IOException;
    }

    /** Every key there is, in no order. */
    List<String> keys() {
        return store.read(searcher -> {
            List<String> keys = new ArrayList<>();
            UniqueValues.visit(searcher, Fields.KEY, (leaf, document, key) -> keys.add(key.utf8ToString()));
            return keys;
        });
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    void closeWithoutCommit() throws IOException {
        store.closeWithoutCommit();
    }
}
