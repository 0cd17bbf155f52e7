package io.dateline.fetching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

    private static final URI ADDRESS = URI.create("https://news.example/feed.xml");
    private static final String LONG = "The bridge was opened on Monday by the mayor of the town. ".repeat(20);

    @Test
    void readsRss20WithItsModules() throws Exception {
        FeedItem item = only("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"
                     xmlns:atom="http://www.w3.org/2005/Atom">
                  <channel>
                    <title>The Daily Example</title><link>https://news.example/</link><language>en-GB</language>
                    <atom:link rel="self" href="https://news.example/feed.xml"/>
                    <item>
                      <media:title>A picture of a bridge</media:title>
                      <title><![CDATA[Bridge &amp; tunnel <em>open</em>]]></title>
                      <link> https://news.example/bridge </link>
                      <guid isPermaLink="false">42</guid>
                      <pubDate>Mon, 02 Mar 2026 23:30:00 -0500</pubDate>
                      <dc:creator>Ann Ash</dc:creator>
                      <author>desk@news.example (Bob Birch)</author>
                      <description>In short.</description>
                      <content:encoded><![CDATA[<p>%s</p>]]></content:encoded>
                    </item>
                  </channel>
                </rss>
                """.formatted(LONG));

        assertThat(item.page()).isEqualTo(URI.create("https://news.example/bridge"));
        assertThat(item.known())
                .containsEntry("title", "Bridge & tunnel open")
                .containsEntry("publishedAt", "Mon, 02 Mar 2026 23:30:00 -0500")
                .containsEntry("authors", List.of("Ann Ash", "Bob Birch"))
                .containsEntry("publisher", "The Daily Example")
                .containsEntry("language", "en-GB");
        assertThat(item.text()).contains("<p>The bridge was opened");
    }

    @Test
    void readsRss10WhoseItemsStandBesideTheChannel() throws Exception {
        FeedItem item = only("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                         xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <channel rdf:about="https://news.example/"><title>Example</title><dc:language>de</dc:language>
                    <items><rdf:Seq><rdf:li resource="https://news.example/a"/></rdf:Seq></items></channel>
                  <item rdf:about="https://news.example/a"><title>A</title><link>https://news.example/a</link>
                    <dc:date>2026-03-02T08:00:00+01:00</dc:date></item>
                </rdf:RDF>
                """);

        assertThat(item.page()).isEqualTo(URI.create("https://news.example/a"));
        assertThat(item.known())
                .containsEntry("publishedAt", "2026-03-02T08:00:00+01:00")
                .containsEntry("publisher", "Example")
                .containsEntry("language", "de");
        assertThat(item.text()).isNull();
    }

    @Test
    void readsRss091WithTheDocumentTypeOfItsTime() throws Exception {
        FeedItem item = only("""
                <?xml version="1.0"?>
                <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
                  "http://my.netscape.com/publish/formats/rss-0.91.dtd">
                <rss version="0.91"><channel><title>Example</title>
                  <item><title>Caf&eacute; closes</title><link>/cafe?a=1&amp;b=2</link><description>d</description></item>
                </channel></rss>
                """);

        assertThat(item.page()).isEqualTo(URI.create("https://news.example/cafe?a=1&b=2"));
        assertThat(item.known()).containsEntry("title", "Café closes").doesNotContainKey("publishedAt");
    }

    @Test
    void readsAtomInItsWaysToWriteText() throws Exception {
        List<FeedItem> items = read("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://other.example/news/">
                  <title type="html">The &amp;lt;Example&amp;gt; Times</title>
                  <author><name>The desk</name></author>
                  <entry>
                    <title type="html">Bridge &lt;b&gt;opens&lt;/b&gt;</title>
                    <link rel="self" href="https://other.example/self"/>
                    <link rel="alternate" type="text/html" href="bridge"/>
                    <id>urn:uuid:1</id>
                    <published>2026-03-02T08:00:00Z</published><updated>2026-03-03T08:00:00Z</updated>
                    <author><name>Ann Ash</name><email>ann@other.example</email></author>
                    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>%s</p></div></content>
                  </entry>
                  <entry>
                    <title>Only touched</title><link href="https://other.example/touched"/>
                    <updated>2026-03-03T08:00:00Z</updated><summary>s</summary>
                  </entry>
                </feed>
                """.formatted(LONG));

        assertThat(items)
                .extracting(FeedItem::page)
                .containsExactly(
                        URI.create("https://other.example/news/bridge"), URI.create("https://other.example/touched"));
        assertThat(items.getFirst().known())
                .containsEntry("title", "Bridge opens")
                .containsEntry("publishedAt", "2026-03-02T08:00:00Z")
                .containsEntry("authors", List.of("Ann Ash"))
                .containsEntry("language", "en");
        assertThat(items.getFirst().text()).contains("<p>The bridge was opened");
        assertThat(items.get(1).known())
                .as("a date of change is no date of publication")
                .doesNotContainKey("publishedAt")
                .containsEntry("authors", List.of("The desk"));
    }

    @Test
    void readsAtomWithAPrefix() throws Exception {
        FeedItem item = only("""
                <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Example</a:title>
                  <a:entry><a:title>A</a:title><a:link href="/a"/><a:published>2026-03-02T08:00:00Z</a:published></a:entry>
                </a:feed>
                """);

        assertThat(item.page()).isEqualTo(URI.create("https://news.example/a"));
        assertThat(item.known()).containsEntry("title", "A").containsEntry("publishedAt", "2026-03-02T08:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>Short.</p>", "<p>LONG and so on …</p>", "<p>LONG [...]</p>"})
    void takesABeginningForNoWholeText(String html) throws Exception {
        FeedItem item = only("<rss><channel><item><link>https://news.example/a</link><content:encoded><![CDATA["
                + html.replace("LONG", LONG) + "]]></content:encoded></item></channel></rss>");

        assertThat(item.text()).isNull();
    }

    @Test
    void leavesOutItemsWithoutAPageAndPagesThatComeTwice() throws Exception {
        List<FeedItem> items = read("""
                <rss><channel>
                  <item><title>No address</title><guid isPermaLink="false">http://news.example/no</guid></item>
                  <item><title>Not of the web</title><link>javascript:alert(1)</link></item>
                  <item><guid>https://news.example/a</guid></item>
                  <item><link>https://news.example/a#comments</link></item>
                </channel></rss>
                """);

        assertThat(items).extracting(FeedItem::page).containsExactly(URI.create("https://news.example/a"));
    }

    @Test
    void knowsAnotherVersionByWhatItSaysAndNotByItsPictures() throws Exception {
        String item =
                "<rss><channel><item><link>/a</link><title>A</title><pubDate>today</pubDate><media:thumbnail url='1'/></item></channel></rss>";

        assertThat(only(item).version())
                .isEqualTo(only(item.replace("url='1'", "url='2'")).version());
        assertThat(only(item).version())
                .isNotEqualTo(only(item.replace("<title>A", "<title>B")).version());
    }

    @Test
    void readsTheEncodingOfTheServerAndOfTheDeclaration() throws Exception {
        String feed =
                "<?xml version='1.0' encoding='ISO-8859-1'?><rss><channel><item><link>/a</link><title>Zürich</title></item></channel></rss>";

        assertThat(FeedReader.read(content(feed.getBytes(StandardCharsets.ISO_8859_1), null))
                        .getFirst()
                        .known())
                .containsEntry("title", "Zürich");
        assertThat(FeedReader.read(content(
                                feed.replace(" encoding='ISO-8859-1'", "").getBytes(StandardCharsets.ISO_8859_1),
                                StandardCharsets.ISO_8859_1))
                        .getFirst()
                        .known())
                .containsEntry("title", "Zürich");
    }

    @Test
    void takesFiveHundredItemsOfAFeedWithoutEnd() throws Exception {
        StringBuilder feed = new StringBuilder("<rss><channel>");
        for (int i = 0; i < 20_000; i++) {
            feed.append("<item><link>/").append(i).append("</link></item>");
        }

        assertThat(read(feed.toString())).hasSize(500);
    }

    @Test
    void refusesEntities() {
        String laughs = """
                <?xml version="1.0"?>
                <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <rss><channel><item><title>&b;&x;</title><link>/a</link></item></channel></rss>
                """;

        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> read(laughs))
                .withMessageContaining("defines entities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "words", "<opml/>", "{}", "\u0000\u0001", "<rss"})
    void saysThatSomethingIsNoFeed(String text) {
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining("is not a feed");
    }

    @Test
    void namesTheFeedOfAPage() {
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(
                        () -> read(
                                "<!doctype html><html><head><link rel=alternate type=application/rss+xml href=/rss></head></html>"))
                .withMessage("is a web page and not a feed; its feed is https://news.example/rss");
    }

    private static FeedItem only(String feed) throws FetchException {
        List<FeedItem> items = read(feed);
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static List<FeedItem> read(String feed) throws FetchException {
        return FeedReader.read(content(feed.getBytes(UTF_8), UTF_8));
    }

    private static Fetched.Content content(byte[] bytes, @Nullable Charset charset) {
        return new Fetched.Content(ADDRESS, "application/xml", charset, bytes, Validators.NONE);
    }
}
