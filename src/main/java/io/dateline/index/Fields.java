package io.dateline.index;

/**
 * The names of Lucene fields. The articles' index holds three kinds of documents: passages and the article they belong to,
 * written as one block, and files. The vectors' index holds one document for each passage that has a vector.
 */
final class Fields {

    /** {@link #ARTICLE_KIND}, {@link #PASSAGE_KIND} or {@link #FILE_KIND}; the first passage of an article is {@link #LEAD_KIND} too. */
    static final String KIND = "kind";

    static final String ARTICLE_KIND = "article";
    static final String PASSAGE_KIND = "passage";
    static final String LEAD_KIND = "lead";
    static final String FILE_KIND = "file";

    /** Id of the article, on every document of its block and on its vectors: what a replacement deletes. */
    static final String ARTICLE = "article";

    /** Id of the article, on the article's own document only. */
    static final String ID = "id";

    /** {@link PassageKey}, on passages and on their vectors. */
    static final String KEY = "key";

    /** Day of publication as days since 1970-01-01; absent when undated. */
    static final String DAY = "day";

    static final String PUBLISHER = "publisher";

    /** The passage, stored, and the headline of its article, which says what the passage is about. */
    static final String TEXT = "text";

    static final String VECTOR = "vector";

    /** The file an article came from, by its path in the collection, or {@link ArticleIndex#HTTP}. */
    static final String ORIGIN = "origin";

    static final String VERSION = "version";

    /** {@link Fingerprint} of the body, on articles. */
    static final String FINGERPRINT = "minhash";

    /** What the article's lines are counted by, on articles. */
    static final String LINE = "line";

    /** Path of a file in the collection. */
    static final String FILE = "file";

    private Fields() {}
}
