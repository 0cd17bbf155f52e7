package io.dateline.index;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import java.util.Optional;

/**
 * Names a passage of one version of an article, so that a vector of an older version, or of another cut of the same
 * version, is never taken for it. The written form sorts as {@link Passage#id()} does.
 *
 * @param version the beginning of the article's version
 * @param start first character in the article's body, inclusive
 * @param end past the last character, exclusive
 */
public record PassageKey(String articleId, int ordinal, String version, int start, int end) {

    /** 64 bits of SHA-256 tell the versions of one article apart. */
    private static final int VERSION_LENGTH = 16;

    /** @param version of the article it is a passage of, whole */
    public static PassageKey of(String version, Passage passage) {
        return new PassageKey(
                passage.articleId(),
                passage.ordinal(),
                version.substring(0, Math.min(VERSION_LENGTH, version.length())),
                passage.start(),
                passage.end());
    }

    static PassageKey parse(String written) {
        int hash = written.indexOf('#');
        int afterOrdinal = written.indexOf(' ', hash);
        int afterVersion = written.indexOf(' ', afterOrdinal + 1);
        int dash = written.indexOf('-', afterVersion);
        return new PassageKey(
                written.substring(0, hash),
                Integer.parseInt(written, hash + 1, afterOrdinal, 10),
                written.substring(afterOrdinal + 1, afterVersion),
                Integer.parseInt(written, afterVersion + 1, dash, 10),
                Integer.parseInt(written, dash + 1, written.length(), 10));
    }

    /** The passage's {@link Passage#id()}. */
    public String id() {
        return articleId + '#' + ordinal;
    }

    /** Cut out of its article; empty where that has another version now. */
    public Optional<Passage> in(Article article) {
        boolean there = article.id().equals(articleId)
                && article.version().startsWith(version)
                && end <= article.body().length();
        return there
                ? Optional.of(new Passage(
                        articleId, ordinal, start, end, article.body().substring(start, end)))
                : Optional.empty();
    }

    /** The separator is smaller than any character of an id, so that {@code a#1} sorts before {@code a#10}. */
    @Override
    public String toString() {
        return articleId + '#' + ordinal + ' ' + version + ' ' + start + '-' + end;
    }
}
