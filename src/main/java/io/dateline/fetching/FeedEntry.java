package io.dateline.fetching;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.springframework.util.DigestUtils;

/**
 * Makes a {@link FeedItem} of an item or entry. Atom's {@code updated} is no date of publication and is not taken for one.
 *
 * @param feed the channel, which says what holds for all
 * @param address of the feed
 */
record FeedEntry(FeedElement entry, FeedElement feed, URI address) {

    /** In words; less is taken for a beginning, and the page is fetched. */
    private static final int SHORTEST_WHOLE_TEXT = 150;

    Optional<FeedItem> item() {
        return page().map(page -> new FeedItem(page, version(), known(), text().orElse(null)));
    }

    private Optional<URI> page() {
        Stream<String> permanent = entry.children("guid")
                .filter(guid -> !guid.attr("isPermaLink").equalsIgnoreCase("false"))
                .map(Element::wholeText);
        return Stream.of(
                        entry.value("feedburner:origLink").stream(),
                        entry.children("link")
                                .filter(link -> link.hasAttr("href") && isAlternate(link))
                                .map(link -> link.attr("href")),
                        entry.value("link").stream(),
                        permanent.filter(guid -> guid.strip().startsWith("http")))
                .flatMap(links -> links)
                .filter(link -> !link.isBlank())
                .flatMap(link -> address(link).stream())
                .findFirst();
    }

    private static boolean isAlternate(Element link) {
        return !link.hasAttr("rel") || link.attr("rel").equalsIgnoreCase("alternate");
    }

    private Optional<URI> address(String link) {
        try {
            Element base = entry.element().closest("[xml:base]");
            URI from = base == null ? address : WebAddress.of(address, base.attr("xml:base"));
            return Optional.of(WebAddress.of(from, link));
        } catch (FetchException e) {
            return Optional.empty();
        }
    }

    private Map<String, Object> known() {
        Map<String, Object> known = new LinkedHashMap<>();
        entry.line("title").ifPresent(title -> known.put("title", title));
        entry.value("pubDate", "published", "issued", "dc:date", "dcterms:created")
                .ifPresent(date -> known.put("publishedAt", date));
        known.put("authors", entry.authors().isEmpty() ? feed.authors() : entry.authors());
        feed.line("title").ifPresent(title -> known.put("publisher", title));
        feed.value("language", "dc:language")
                .or(() -> Optional.of(feed.element().attr("xml:lang")))
                .ifPresent(language -> known.put("language", language));
        return known;
    }

    private Optional<String> text() {
        return entry.html("content:encoded", "content").filter(FeedEntry::isWhole);
    }

    private static boolean isWhole(String html) {
        String text = Jsoup.parse(html).text().strip();
        boolean breaksOff =
                text.endsWith("…") || text.endsWith("...") || text.endsWith("[…]") || text.endsWith("[...]");
        return !breaksOff && new StringTokenizer(text).countTokens() >= SHORTEST_WHOLE_TEXT;
    }

    /** Of what a correction changes; counters and pictures change all the time. */
    private String version() {
        StringBuilder said = new StringBuilder();
        for (String name : new String[] {
            "title",
            "pubDate",
            "published",
            "issued",
            "dc:date",
            "updated",
            "modified",
            "atom:updated",
            "description",
            "summary",
            "content:encoded",
            "content"
        }) {
            said.append(name).append('=').append(entry.html(name).orElse("")).append('\n');
        }
        return DigestUtils.md5DigestAsHex(said.toString().getBytes(StandardCharsets.UTF_8));
    }
}
