package io.dateline.answering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An article the answer may draw on.
 *
 * @param number from 1, in order of relevance
 * @param snippet the words of the article that fit the question best
 */
public record Source(
        int number,
        String articleId,
        String title,
        @Nullable String url,
        @Nullable String publisher,
        @Nullable LocalDate publishedAt,
        String snippet) {}
