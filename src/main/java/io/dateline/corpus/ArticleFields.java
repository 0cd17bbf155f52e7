package io.dateline.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article as named values, as JSON, front matter and schema.org have it. The names that these use for one thing are
 * understood alike, in any case, with or without {@code _} and {@code -}.
 */
final class ArticleFields {

    private final Map<String, Object> values = new HashMap<>();

    /** @param values text, numbers, and lists and maps of them */
    ArticleFields(Map<?, ?> values) {
        values.forEach((name, value) -> {
            if (value != null) {
                this.values.putIfAbsent(plain(String.valueOf(name)), value);
            }
        });
    }

    ArticleDraft draft(@Nullable String fileName, List<String> paragraphs) {
        String id = text("id");
        return new ArticleDraft(
                id == null ? fileName : id,
                title(),
                text("section", "articleSection"),
                text("standfirst", "subtitle", "deck"),
                text("url", "link", "canonicalUrl"),
                text("publisher", "siteName", "source"),
                authors(),
                publishedAt(),
                text("language", "lang", "inLanguage"),
                paragraphs);
    }

    @Nullable
    String title() {
        return text("title", "headline");
    }

    @Nullable
    String body() {
        return text("text", "body", "content", "articleBody");
    }

    @Nullable
    String publishedAt() {
        return text("publishedAt", "date", "datePublished", "published", "pubDate");
    }

    /** Without the word "By" in front. */
    List<String> authors() {
        for (String name : List.of("authors", "author", "byline")) {
            Object value = values.get(name);
            List<?> several = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
            List<String> names = several.stream()
                    .map(ArticleFields::words)
                    .filter(Objects::nonNull)
                    .map(author -> author.strip().replaceFirst("(?i)^by\\s+", ""))
                    .filter(author -> !author.isEmpty())
                    .toList();
            if (!names.isEmpty()) {
                return names;
            }
        }
        return List.of();
    }

    /** The first of the named values that says something. */
    @Nullable
    String text(String... names) {
        for (String name : names) {
            String words = words(values.get(plain(name)));
            if (words != null && !words.isBlank()) {
                return words;
            }
        }
        return null;
    }

    private static @Nullable String words(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : words(list.getFirst());
        }
        if (value instanceof Map<?, ?> thing) {
            return words(thing.get("name"));
        }
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
