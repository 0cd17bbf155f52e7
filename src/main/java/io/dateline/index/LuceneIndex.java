package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Articles in Lucene, in two indexes: one of articles, their passages and the files they came from, and one of vectors, which
 * fills in behind. A vector counts only while its passage is in the first, so that the two need no common commit.
 */
final class LuceneIndex implements ArticleIndex, Ledger {

    private static final Logger log = LoggerFactory.getLogger(LuceneIndex.class);

    /** Changes when documents are written or analysed in another way; an index of another format is built anew. */
    static final String FORMAT = "9";

    private static final int MOST_WANTED = 1_000;
    private static final double BUFFER_MB = 64;

    /**
     * k1 = 0.9, b = 0.4 as in Anserini, after Trotman, Jia and Crane, "Towards an Efficient and Effective Search Engine" (2012):
     * passages are of nearly one length, so that length says little.
     */
    private static final Similarity BM25 = new BM25Similarity(0.9f, 0.4f);

    private final Closeable folder;
    private final LuceneStore articles;
    private final VectorStore vectors;
    private final PassageVectors passageVectors;
    private final NewsAnalyzer analyzer = new NewsAnalyzer();
    private final WordQuery wordQuery = new WordQuery(analyzer);
    private final RightOfWay rightOfWay = new RightOfWay();

    /** Exclusively for writing again what was read before, lest that undo what others write meanwhile. */
    private final ReadWriteLock changing = new ReentrantReadWriteLock();

    /**
     * Opens the index in the folder; what is missing, damaged or of another format is begun anew.
     *
     * @param model the embedding model whose vectors are kept
     * @param passageVectors up to how many passages each gets a vector; beyond, the first of each article does
     * @throws IndexInUseException if another process has it open
     */
    static LuceneIndex open(Path path, String model, int passageVectors, Clock clock) {
        try {
            IndexFolder folder = new IndexFolder(path, clock);
            try {
                Directory articles = folder.open("articles", FORMAT);
                Directory vectors = folder.open("vectors", VectorStore.format(model));
                return new LuceneIndex(articles, vectors, model, passageVectors, folder);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index in " + path + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /** @param folder closed after the index */
    LuceneIndex(Directory articles, Directory vectors, String model, int passageVectors, Closeable folder)
            throws IOException {
        this.folder = folder;
        this.articles = new LuceneStore(articles, this::configuration, searchers(), FORMAT);
        this.vectors = new VectorStore(vectors, model);
        this.passageVectors = new PassageVectors(this.articles, this.vectors, passageVectors);
    }

    private IndexWriterConfig configuration() {
        return new IndexWriterConfig(analyzer).setSimilarity(BM25).setRAMBufferSizeMB(BUFFER_MB);
    }

    private static SearcherFactory searchers() {
        return new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(BM25);
                return searcher;
            }
        };
    }

    @Override
    public void put(Article article, List<Passage> passages, String origin) {
        List<Document> block = ArticleDocuments.block(article, passages, origin);
        changing.readLock().lock();
        try {
            replace(article.id(), block);
        } finally {
            changing.readLock().unlock();
        }
    }

    private void replace(String articleId, List<Document> block) {
        rightOfWay.give();
        articles.write(writer -> writer.updateDocuments(new Term(Fields.ARTICLE, articleId), block));
    }

    @Override
    public void cutAgain(Collection<String> articleIds, Function<Article, List<Passage>> splitter) {
        changing.writeLock().lock();
        try {
            articles.read(searcher -> new StoredArticles(searcher).all(articleIds)).parallelStream()
                    .forEach(stored -> cutAgain(stored, splitter));
        } finally {
            changing.writeLock().unlock();
        }
    }

    private void cutAgain(StoredArticles.Stored stored, Function<Article, List<Passage>> splitter) {
        Article article = stored.article();
        try {
            replace(article.id(), ArticleDocuments.block(article, splitter.apply(article), stored.origin()));
        } catch (IndexWriteException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Cutting article {} again failed; it stays as it was", article.id(), e);
        }
    }

    @Override
    public boolean remove(String articleId) {
        boolean there = article(articleId).isPresent();
        drop(List.of(articleId));
        return there;
    }

    @Override
    public void drop(Collection<String> articleIds) {
        Term[] ids = articleIds.stream().map(id -> new Term(Fields.ARTICLE, id)).toArray(Term[]::new);
        changing.readLock().lock();
        try {
            articles.write(writer -> writer.deleteDocuments(ids));
        } finally {
            changing.readLock().unlock();
        }
        vectors.removeArticles(ids);
    }

    @Override
    public void commit() {
        articles.commit();
    }

    @Override
    public long life() {
        return articles.life();
    }

    @Override
    public void commit(long life) {
        articles.commit(life);
    }

    @Override
    public Optional<Article> article(String articleId) {
        return articles.search(searcher -> new StoredArticles(searcher).article(articleId));
    }

    @Override
    public Map<String, Fingerprint> fingerprints(Collection<String> articleIds) {
        rightOfWay.take();
        return articles.search(
                searcher -> new StoredArticles(searcher).values(articleIds, Fields.FINGERPRINT, Fingerprint::read));
    }

    @Override
    public List<Article> articles(int offset, int limit) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset must be at least 0, got: " + offset);
        }
        requireWanted(limit);
        return articles.search(searcher -> ArticleList.page(searcher, offset, limit));
    }

    @Override
    public Size size() {
        return passageVectors.size();
    }

    @Override
    public List<Match> byWords(String text, Filter filter, int k) {
        requireWanted(k);
        rightOfWay.take();
        BooleanQuery.Builder query = wordQuery.of(text);
        FilterQuery.add(filter, query);
        return articles.search(searcher -> {
            List<Match> matches = new ArrayList<>();
            for (Ranking.Ranked ranked : Ranking.best(searcher, query.build(), k)) {
                matches.add(match(searcher, ranked, ranked.document()));
            }
            return matches;
        });
    }

    @Override
    public List<Match> byMeaning(float[] vector, Filter filter, int k) {
        requireWanted(k);
        rightOfWay.take();
        int asked = k;
        while (true) {
            List<Ranking.Ranked> nearest = vectors.nearest(vector, filter, asked);
            List<Match> matches = present(nearest, k);
            boolean exhausted = nearest.size() < asked || asked >= MOST_WANTED * 2;
            if (matches.size() == k || exhausted) {
                return matches;
            }
            // Some of the nearest belong to passages that are gone: look further.
            asked *= 2;
        }
    }

    /** Those whose passage is there, at most k. */
    private List<Match> present(List<Ranking.Ranked> nearest, int k) {
        return articles.search(searcher -> {
            PassageLookup passages = new PassageLookup(searcher);
            List<Match> matches = new ArrayList<>();
            for (Ranking.Ranked ranked : nearest) {
                int document = passages.document(ranked.key());
                if (document != KeyLookup.NONE && matches.size() < k) {
                    matches.add(match(searcher, ranked, document));
                }
            }
            return matches;
        });
    }

    private static Match match(IndexSearcher searcher, Ranking.Ranked ranked, int document) throws IOException {
        return new Match(PassageKey.parse(ranked.key()), PublicationDays.of(searcher, document), ranked.score());
    }

    private static void requireWanted(int k) {
        if (k < 1 || k > MOST_WANTED) {
            throw new IllegalArgumentException("1 to " + MOST_WANTED + " can be wanted, got: " + k);
        }
    }

    /** Of those who search. */
    RightOfWay rightOfWay() {
        return rightOfWay;
    }

    VectorStore vectors() {
        return vectors;
    }

    /** Which passages are to have vectors, and have them. */
    PassageVectors passageVectors() {
        return passageVectors;
    }

    @Override
    public Set<String> awaitingVector(Collection<PassageKey> passages) {
        return passageVectors.awaiting(passages);
    }

    @Override
    public Map<String, Known> known() {
        return articles.read(searcher -> {
            Map<String, Known> known = new HashMap<>();
            UniqueValues.visit(searcher, Fields.ID, (leaf, document, id) -> {
                String origin = value(leaf.reader().getBinaryDocValues(Fields.ORIGIN), document);
                String version = value(leaf.reader().getBinaryDocValues(Fields.VERSION), document);
                known.put(id.utf8ToString(), new Known(origin, version));
                return true;
            });
            return known;
        });
    }

    private static String value(@Nullable BinaryDocValues values, int document) throws IOException {
        if (values == null || !values.advanceExact(document)) {
            throw new IllegalStateException("an article of the index has no origin or no version");
        }
        return values.binaryValue().utf8ToString();
    }

    @Override
    public Set<Long> repeatedLines(int leastArticles) {
        return articles.read(searcher -> RepeatedLines.of(searcher, leastArticles));
    }

    @Override
    public Set<String> articlesWith(Set<Long> lines, BiPredicate<String, Long> counts) {
        return articles.read(searcher -> RepeatedLines.articles(searcher, lines, counts));
    }

    @Override
    public Map<String, FileEntry> files() {
        return articles.read(searcher -> {
            Map<String, FileEntry> files = new HashMap<>();
            StoredFields stored = searcher.storedFields();
            UniqueValues.visit(searcher, Fields.FILE, (leaf, document, path) -> {
                FileEntry entry = FileDocuments.entry(stored.document(leaf.docBase + document));
                files.put(entry.path(), entry);
                return true;
            });
            return files;
        });
    }

    @Override
    public void enter(FileEntry file, long life) {
        articles.write(
                writer -> writer.updateDocument(new Term(Fields.FILE, file.path()), FileDocuments.document(file)),
                life);
    }

    @Override
    public void forget(String path) {
        articles.write(writer -> writer.deleteDocuments(new Term(Fields.FILE, path)));
    }

    /** Commits and closes. */
    @Override
    public void close() {
        try {
            IOUtils.close(vectors, articles, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the index could not be closed: " + e.getMessage(), e);
        }
    }

    /** Closes as a crash does: what was not committed is lost. */
    void closeWithoutCommit() throws IOException {
        vectors.closeWithoutCommit();
        articles.closeWithoutCommit();
        folder.close();
    }
}
