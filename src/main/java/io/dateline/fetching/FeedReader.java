package io.dateline.fetching;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0. jsoup's parser knows no document types: it neither loads nor expands
 * anything, and forgives what feeds in the wild get wrong.
 */
final class FeedReader {

    /** Of a feed, the first ones; the longest that people publish have some hundreds. */
    private static final int MOST_ITEMS = 500;

    private static final Pattern ENTITY = Pattern.compile("<!ENTITY", Pattern.CASE_INSENSITIVE);

    private FeedReader() {}

    /**
     * The items in their order, each page once; those without the address of a page are left out.
     *
     * @throws FetchException if it is no feed
     */
    static List<FeedItem> read(Fetched.Content feed) throws FetchException {
        Document document = parse(feed);
        Element root = document.firstElementChild();
        String kind = root == null ? "" : FeedElement.localName(root);
        if (root == null || !Set.of("rss", "rdf", "feed").contains(kind)) {
            throw FetchException.lasting(noFeed(feed, kind));
        }
        Element channel = kind.equals("feed")
                ? root
                : root.children().stream()
                        .filter(child -> FeedElement.localName(child).equals("channel"))
                        .findFirst()
                        .orElse(root);
        FeedElement about = new FeedElement(channel);
        List<FeedItem> items = new ArrayList<>();
        Set<URI> pages = new HashSet<>();
        for (Element item : items(root, channel)) {
            new FeedEntry(new FeedElement(item), about, feed.address())
                    .item()
                    .filter(one -> pages.add(one.page()))
                    .ifPresent(items::add);
            if (items.size() == MOST_ITEMS) {
                break;
            }
        }
        return items;
    }

    private static Document parse(Fetched.Content feed) throws FetchException {
        if (ENTITY.matcher(new String(feed.bytes(), StandardCharsets.ISO_8859_1))
                .find()) {
            throw FetchException.lasting("defines entities, which no feed needs and which attacks are made of");
        }
        try {
            String charset = feed.charset() == null ? null : feed.charset().name();
            return Jsoup.parse(
                    new ByteArrayInputStream(feed.bytes()),
                    charset,
                    feed.address().toString(),
                    Parser.xmlParser());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    private static List<Element> items(Element root, Element channel) {
        List<Element> parents = root.equals(channel) ? List.of(root) : List.of(channel, root);
        return parents.stream()
                .flatMap(parent -> parent.children().stream())
                .filter(child -> Set.of("item", "entry").contains(FeedElement.localName(child)))
                .toList();
    }

    /** A page often names its feed, and people often give the page. */
    private static String noFeed(Fetched.Content content, String kind) {
        if (!kind.toLowerCase(Locale.ROOT).equals("html")
                && !content.mediaType().contains("html")) {
            return "is not a feed in RSS or Atom";
        }
        String html = new String(content.bytes(), StandardCharsets.UTF_8);
        String named =
                Jsoup.parse(html, content.address().toString())
                        .select("link[rel~=alternate][type~=(rss|atom)]")
                        .stream()
                        .map(link -> link.absUrl("href"))
                        .filter(address -> !address.isEmpty())
                        .findFirst()
                        .orElse("");
        return "is a web page and not a feed" + (named.isEmpty() ? "" : "; its feed is " + named);
    }
}
