package io.dateline.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page states about its article: schema.org first, then OpenGraph, then the page's own elements. A date is taken only
 * from an attribute that is made for one.
 */
final class HtmlMetadata {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST = 8;

    private HtmlMetadata() {}

    static ArticleFields of(Document page) {
        ArticleFields schema = new ArticleFields(article(page));
        Map<String, Object> found = new LinkedHashMap<>();
        put(found, "title", schema.title(), meta(page, "og:title", "twitter:title"), text(page, "h1"), page.title());
        put(found, "section", schema.text("articleSection"), meta(page, "article:section"));
        put(
                found,
                "publishedAt",
                schema.publishedAt(),
                meta(page, "article:published_time", "parsely-pub-date", "datePublished", "date", "dc.date", "pubdate"),
                attribute(page, "[itemprop=datePublished]", "content"),
                attribute(page, "[itemprop=datePublished], article time[datetime], main time[datetime]", "datetime"));
        put(found, "publisher", schema.text("publisher"), meta(page, "og:site_name", "application-name"));
        put(found, "url", attribute(page, "link[rel=canonical]", "href"), meta(page, "og:url"), schema.text("url"));
        put(
                found,
                "language",
                attribute(page, "html[lang]", "lang"),
                meta(page, "og:locale"),
                schema.text("inLanguage"));
        found.put("authors", authors(page, schema));
        text(page, "[class*=standfirst], [class~=(?i)\\b(dek|subtitle)\\b]").ifPresent(s -> found.put("standfirst", s));
        return new ArticleFields(found);
    }

    private static List<String> authors(Document page, ArticleFields schema) {
        if (!schema.authors().isEmpty()) {
            return schema.authors();
        }
        // article:author is often the address of a profile.
        return page.select("meta[name=author], meta[property=article:author]").eachAttr("content").stream()
                .filter(author -> !author.isBlank() && !author.startsWith("http"))
                .toList();
    }

    /** The first object of a type that ends in Article, empty if there is none; broken JSON counts as none. */
    private static Map<?, ?> article(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            Map<?, ?> article = article(json(script.data()), DEEPEST);
            if (article != null) {
                return article;
            }
        }
        return Map.of();
    }

    private static @Nullable Object json(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable Map<?, ?> article(@Nullable Object value, int depth) {
        List<Object> inner = new ArrayList<>();
        if (value instanceof Map<?, ?> object) {
            String types = String.valueOf(object.get("@type"));
            if (types.endsWith("Article") || types.contains("NewsArticle") || types.contains("BlogPosting")) {
                return object;
            }
            inner.addAll(object.values());
        } else if (value instanceof List<?> list) {
            inner.addAll(list);
        }
        for (Object one : inner) {
            Map<?, ?> article = depth == 0 ? null : article(one, depth - 1);
            if (article != null) {
                return article;
            }
        }
        return null;
    }

    private static Optional<String> meta(Document page, String... names) {
        for (String name : names) {
            Optional<String> content = attribute(
                    page,
                    "meta[property=" + name + "], meta[name=" + name + "], meta[itemprop=" + name + "]",
                    "content");
            if (content.isPresent()) {
                return content;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> attribute(Document page, String selector, String attribute) {
        return page.select(selector).eachAttr(attribute).stream()
                .filter(a -> !a.isBlank())
                .findFirst();
    }

    private static Optional<String> text(Document page, String selector) {
        return page.select(selector).eachText().stream().findFirst();
    }

    /** The first of the values that is there: null, text, or an optional text. */
    private static void put(Map<String, Object> found, String name, @Nullable Object... values) {
        for (Object value : values) {
            Object bare = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (bare instanceof String text && !text.isBlank()) {
                found.putIfAbsent(name, text);
            }
        }
    }
}
