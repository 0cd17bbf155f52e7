package io.dateline.fetching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * An element of a feed and the values below it. The modules of RSS are known by the prefixes that everybody uses for them,
 * {@code dc:} and {@code content:}.
 */
record FeedElement(Element element) {

    /** The name without its prefix, in lower case. */
    static String localName(Element element) {
        String name = element.tagName();
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /** The children of the name, which has the prefix of this element unless it has one of its own. */
    Stream<Element> children(String name) {
        String own = element.tagName();
        String full = name.contains(":") ? name : own.substring(0, own.indexOf(':') + 1) + name;
        return element.children().stream().filter(child -> child.tagName().equalsIgnoreCase(full));
    }

    /** The first of the named values that says something, as it is written. */
    Optional<String> value(String... names) {
        return Stream.of(names)
                .flatMap(this::children)
                .map(child -> child.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The same without markup: feeds write headlines as text and as HTML, and rarely say which. */
    Optional<String> line(String... names) {
        return value(names).map(text -> Jsoup.parse(text).text()).filter(text -> !text.isBlank());
    }

    /** The HTML of a value, whether it is escaped or stands there as elements. */
    Optional<String> html(String... names) {
        return Stream.of(names)
                .flatMap(this::children)
                .map(child -> child.childrenSize() > 0 ? child.html() : child.wholeText())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    List<String> authors() {
        Stream<String> names = Stream.of("dc:creator", "author", "creator", "itunes:author")
                .flatMap(this::children)
                .map(author -> new FeedElement(author)
                        .value("name")
                        .orElseGet(() -> author.childrenSize() > 0
                                ? ""
                                : author.wholeText().strip()))
                // RSS has the address of a mailbox here, and the name in brackets behind it.
                .map(author -> author.replaceFirst("^\\S+@\\S+\\s*\\((.*)\\)$", "$1"))
                .filter(author -> !author.isEmpty() && !author.contains("@"));
        return names.distinct().toList();
    }
}
