package io.dateline.answering;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.rag.content.Content;
import io.dateline.corpus.Sentence;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.inference.SpanReader;
import io.dateline.retrieval.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A passage the answer may be read from.
 *
 * @param start first character of the passage in the article's body, inclusive
 * @param text {@code body.substring(start, start + text.length())}
 * @param sentences what an answer may be read from: in order, with offsets in the article's body, without {@link Crosshead}s and {@link GalleryCaption}s
 * @param recency what retrieval gives the passage for its day, in the unit of reciprocal ranks; 0 where the day is long ago, unknown or
 *     beside the question, and where the passage was not retrieved
 */
record Evidence(
        String articleId,
        String title,
        @Nullable String url,
        @Nullable String publisher,
        @Nullable LocalDate publishedAt,
        int start,
        String text,
        List<Sentence> sentences,
        double recency) {

    /** Takes the passage from the metadata that {@link io.dateline.retrieval.PassageContentRetriever} writes. */
    static Evidence of(Content content, SentenceSplitter splitter) {
        Metadata metadata = content.textSegment().metadata();
        String text = content.textSegment().text();
        int start = Integer.parseInt(required(metadata, "start"));
        String day = metadata.getString("publishedAt");
        return new Evidence(
                required(metadata, "articleId"),
                required(metadata, "title"),
                metadata.getString("url"),
                metadata.getString("publisher"),
                day == null ? null : LocalDate.parse(day),
                start,
                text,
                splitter.split(text).stream()
                        .filter(s -> !Crosshead.is(s, text) && !GalleryCaption.is(s.text()))
                        .map(s -> new Sentence(start + s.start(), start + s.end(), s.text()))
                        .toList(),
                Optional.ofNullable(metadata.getDouble("score." + Stage.DATE.label()))
                        .orElse(0.0));
    }

    /** What a span reader reads of it. */
    SpanReader.Text readable() {
        return new SpanReader.Text(title, text);
    }

    /** The sentence that has this character of the article's body. */
    Optional<Sentence> sentenceAt(int position) {
        return sentences.stream()
                .filter(s -> s.start() <= position && position < s.end())
                .findFirst();
    }

    private static String required(Metadata metadata, String key) {
        Object value = metadata.toMap().get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    "a retrieved passage must carry '" + key + "' in its metadata, got: " + metadata);
        }
        return value.toString();
    }

    Source source(int number, String snippet) {
        return new Source(number, articleId, title, url, publisher, publishedAt, snippet);
    }
}
