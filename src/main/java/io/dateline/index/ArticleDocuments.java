package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.BoilerplateLines;
import io.dateline.corpus.Passage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Articles as Lucene documents, and back. */
final class ArticleDocuments {

    private static final String BODY = "body";
    private static final String SECTION = "section";
    private static final String STANDFIRST = "standfirst";
    private static final String URL = "url";
    private static final String AUTHOR = "author";
    private static final String LANGUAGE = "language";
    private static final String HEADLINE = "headline";
    private static final String PUBLISHED = "published";
    private static final String PAPER = "paper";

    private static final FieldType WORDS = words();

    private ArticleDocuments() {}

    /** How often a word stands in a passage counts, not where: no query asks for places, and they take time and room to write and to merge. */
    private static FieldType words() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    /** The block of an article: the article, then its passages, which {@link PassageLookup} finds by their places in it. */
    static List<Document> block(Article article, List<Passage> passages, String origin) {
        List<Document> block = new ArrayList<>(passages.size() + 1);
        block.add(article(article, origin));
        for (Passage passage : passages) {
            if (!passage.articleId().equals(article.id()) || passage.ordinal() != block.size() - 1) {
                throw new IllegalArgumentException("passage " + passage.id() + " is not number " + (block.size() - 1)
                        + " of article " + article.id());
            }
            block.add(passage(article, passage));
        }
        return block;
    }

    private static Document passage(Article article, Passage passage) {
        Document document = filtered(article);
        document.add(new StringField(Fields.KIND, Fields.PASSAGE_KIND, Store.NO));
        if (passage.ordinal() == 0) {
            document.add(new StringField(Fields.KIND, Fields.LEAD_KIND, Store.NO));
        }
        document.add(new BinaryDocValuesField(
                Fields.KEY,
                new BytesRef(PassageKey.of(article.version(), passage).toString())));
        document.add(new Field(Fields.TEXT, passage.text(), WORDS));
        document.add(new Field(Fields.TEXT, article.title(), WORDS));
        return document;
    }

    private static Document article(Article article, String origin) {
        Document document = filtered(article);
        document.add(new StringField(Fields.KIND, Fields.ARTICLE_KIND, Store.NO));
        addUnique(document, Fields.ID, article.id());
        document.add(new StoredField(Fields.ID, article.id()));
        addUnique(document, Fields.ORIGIN, origin);
        document.add(new BinaryDocValuesField(Fields.VERSION, new BytesRef(article.version())));
        document.add(new StoredField(Fields.VERSION, article.version()));
        document.add(new BinaryDocValuesField(
                Fields.FINGERPRINT, Fingerprint.of(article.body()).stored()));
        document.add(new StoredField(HEADLINE, article.title()));
        document.add(new StoredField(BODY, article.body()));
        addNoText(document);
        BoilerplateLines.keys(article).forEach(key -> document.add(new SortedNumericDocValuesField(Fields.LINE, key)));
        store(document, SECTION, article.section());
        store(document, STANDFIRST, article.standfirst());
        store(document, URL, article.url());
        store(document, PAPER, article.publisher());
        store(document, LANGUAGE, article.language());
        if (article.publishedAt() != null) {
            document.add(new StoredField(PUBLISHED, article.publishedAt().toString()));
        }
        article.authors().forEach(author -> document.add(new StoredField(AUTHOR, author)));
        return document;
    }

    /** What a {@link Filter} looks at, and the article that the document belongs to. */
    static Document filtered(Article article) {
        return filtered(article.id(), article.publishedAt(), article.publisher());
    }

    static Document filtered(String articleId, @Nullable LocalDate publishedAt, @Nullable String publisher) {
        Document document = new Document();
        document.add(new StringField(Fields.ARTICLE, articleId, Store.NO));
        if (publishedAt != null) {
            document.add(new LongField(Fields.DAY, publishedAt.toEpochDay(), Store.NO));
        }
        if (publisher != null) {
            document.add(new StringField(Fields.PUBLISHER, publisher, Store.NO));
        }
        return document;
    }

    /**
     * Where some documents of a segment have no text at all, Lucene keeps the lengths of all texts sparse, and looking them up was a
     * twelfth of all work of reading an archive.
     */
    static void addNoText(Document document) {
        document.add(new Field(Fields.TEXT, "", WORDS));
    }

    /** A term to find the document by, and a value to sort or list by. */
    static void addUnique(Document document, String field, String value) {
        document.add(new StringField(field, value, Store.NO));
        document.add(new BinaryDocValuesField(field, new BytesRef(value)));
    }

    static Article article(Document stored) {
        String published = stored.get(PUBLISHED);
        return new Article(
                present(stored, Fields.ID),
                present(stored, HEADLINE),
                stored.get(SECTION),
                stored.get(STANDFIRST),
                stored.get(URL),
                stored.get(PAPER),
                List.of(stored.getValues(AUTHOR)),
                published == null ? null : LocalDate.parse(published),
                stored.get(LANGUAGE),
                present(stored, BODY),
                present(stored, Fields.VERSION));
    }

    static String present(Document stored, String field) {
        String value = stored.get(field);
        if (value == null) {
            throw new IllegalStateException("a document of the index has no stored '" + field + "'");
        }
        return value;
    }

    private static void store(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.add(new StoredField(field, value));
        }
    }
}
