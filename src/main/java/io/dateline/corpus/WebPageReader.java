package io.dateline.corpus;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles that were fetched: pages, and the texts that a feed carries. The article's id is made of its address, so that a
 * corrected page replaces what was read before. Thread-safe.
 */
public final class WebPageReader {

    /**
     * Reads the article of a page.
     *
     * @param charset that the server stated
     * @param address where the page was fetched
     * @param known what else is known of the article, by the names that JSON articles use; the page knows better
     */
    public void readPage(
            byte[] page, @Nullable Charset charset, URI address, Map<String, ?> known, ArticleReader.Intake intake) {
        try {
            Document document = HtmlReader.page(page, charset == null ? null : charset.name());
            ArticleFields stated = HtmlMetadata.of(document);
            URI home = canonical(stated.text("url"), address);
            accept(List.of(stated, new ArticleFields(known)), HtmlText.paragraphs(document), home, intake);
        } catch (RejectedArticle e) {
            intake.reject(address.toString(), e.why());
        }
    }

    /**
     * Reads an article whose whole text came in a feed.
     *
     * @param html the text
     * @param address of the article's page
     */
    public void readText(String html, URI address, Map<String, ?> known, ArticleReader.Intake intake) {
        try {
            List<String> paragraphs = HtmlText.paragraphs(Jsoup.parse("<article>" + html + "</article>"));
            accept(List.of(new ArticleFields(known)), paragraphs, address, intake);
        } catch (RejectedArticle e) {
            intake.reject(address.toString(), e.why());
        }
    }

    private static void accept(
            List<ArticleFields> sources, List<String> paragraphs, URI home, ArticleReader.Intake intake)
            throws RejectedArticle {
        List<ArticleDraft> drafts =
                sources.stream().map(fields -> fields.draft(null, paragraphs)).toList();
        String address = withoutTracking(home);
        ArticleDraft draft = new ArticleDraft(
                ArticleId.ofSource(address),
                first(drafts, ArticleDraft::title),
                first(drafts, ArticleDraft::section),
                first(drafts, ArticleDraft::standfirst),
                address,
                Objects.requireNonNullElse(first(drafts, ArticleDraft::publisher), host(home)),
                drafts.stream()
                        .map(ArticleDraft::authors)
                        .filter(authors -> !authors.isEmpty())
                        .findFirst()
                        .orElse(List.of()),
                first(drafts, ArticleDraft::publishedAt),
                first(drafts, ArticleDraft::language),
                paragraphs);
        intake.accept(draft.article());
    }

    private static @Nullable String first(List<ArticleDraft> drafts, Function<ArticleDraft, @Nullable String> field) {
        for (ArticleDraft draft : drafts) {
            String value = field.apply(draft);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    /** What the page calls its address, if that is on the same host: no page may replace the articles of another site. */
    private static URI canonical(@Nullable String stated, URI address) {
        if (stated == null) {
            return address;
        }
        try {
            URI canonical = address.resolve(stated.strip());
            return canonical.getHost() != null && host(canonical).equals(host(address)) ? canonical : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String host(URI address) {
        return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    /** One article is reached from a feed, a newsletter and a search under addresses that differ in nothing else. */
    private static String withoutTracking(URI address) {
        return address.toString()
                .replaceFirst("#.*", "")
                .replaceAll("(?<=[?&])utm_[a-z]+=[^&]*&?", "")
                .replaceFirst("[?&]$", "");
    }
}
