package io.dateline.corpus;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A news article as it is shown and cited.
 *
 * @param id stable and unique in a collection: letters, digits, {@code . _ -}, 1 to 200 characters
 * @param title the headline, without the section or the site that a page title carries; never blank
 * @param section the part of the paper the page title named, if it named one
 * @param standfirst the summary line under the headline, if there is one; the body begins with it, so that it can be cited
 * @param publishedAt the day of publication where it was published; null when nothing states it, it is never guessed
 * @param language ISO 639-1 code, null when unknown
 * @param body the text that is shown and that every {@code start} and {@code end} points into: paragraphs separated by one
 *     blank line, Unicode NFC, no control characters but line feed
 * @param version changes when anything above changes; SHA-256 in hex
 */
public record Article(
        String id,
        String title,
        @Nullable String section,
        @Nullable String standfirst,
        @Nullable String url,
        @Nullable String publisher,
        List<String> authors,
        @Nullable LocalDate publishedAt,
        @Nullable String language,
        String body,
        String version) {

    public Article {
        if (!id.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new IllegalArgumentException(
                    "an article id has 1 to 200 letters, digits, '.', '_' or '-', got: " + id);
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("article " + id + " has no title");
        }
        if (body.isBlank()) {
            throw new IllegalArgumentException("article " + id + " has no text");
        }
        if (standfirst != null && !body.startsWith(standfirst)) {
            throw new IllegalArgumentException("the body of article " + id + " must begin with its standfirst");
        }
        authors = List.copyOf(authors);
    }
}
