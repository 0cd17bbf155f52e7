package io.dateline.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Article;
import io.dateline.corpus.WebPageReader;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import io.dateline.index.LuceneArchive;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FeedRoundTest {

    private static final String WHOLE =
            "<p>" + "Every word of it came in the feed, said a pelican. ".repeat(20) + "</p>";

    @TempDir
    Path folder;

    private final LocalSite site = new LocalSite();
    private final Fetcher fetcher =
            new Fetcher(SystemDefaultDnsResolver.INSTANCE, "Dateline/test", Duration.ofSeconds(10));
    private ArticleIndex index;

    @BeforeEach
    void open() {
        index = LuceneArchive.open(folder);
    }

    @AfterEach
    void close() throws Exception {
        index.close();
        fetcher.close();
        site.close();
    }

    @Test
    void readsPagesOnceAndAgainWhenTheFeedTellsOfAChange() throws Exception {
        page("/bridge", "Bridge opens", "A zeppelin opened the bridge.");
        feed(item("/bridge", "Bridge opens"));

        assertThat(ask().articles()).isEqualTo(1);
        assertThat(ask().articles()).isZero();
        assertThat(site.requests()).containsOnlyOnce("/bridge");

        page("/bridge", "Bridge opens after all", "A heron opened the bridge.");
        feed(item("/bridge", "Bridge opens after all"));

        assertThat(ask().articles()).isEqualTo(1);
        assertThat(found("heron")).isEqualTo(1);
        assertThat(found("zeppelin")).as("what was corrected").isZero();
        assertThat(index.size().articles()).isEqualTo(1);
    }

    @Test
    void knowsAfterARestartWhatItRead() throws Exception {
        page("/bridge", "Bridge opens", "A zeppelin opened the bridge.");
        feed(item("/bridge", "Bridge opens"), item("/missing", "Gone"));
        ask();

        index.close();
        open();

        assertThat(ask().articles()).isZero();
        assertThat(index.size().articles()).isEqualTo(1);
        assertThat(site.requests()).containsOnlyOnce("/bridge", "/missing");
    }

    @Test
    void readsAPageOnceForEachFeedThatTellsOfItInWordsOfItsOwn() throws Exception {
        page("/bridge", "Bridge opens", "A zeppelin opened the bridge.");
        feed(item("/bridge", "Bridge opens"));
        site.put(
                "/short.xml", "application/rss+xml", "<rss><channel>" + item("/bridge", "Bridge") + "</channel></rss>");

        for (int i = 0; i < 3; i++) {
            ask();
            ask("/short.xml");
        }

        assertThat(site.requests()).filteredOn("/bridge"::equals).hasSize(2);
        assertThat(index.size().articles()).isEqualTo(1);
    }

    @Test
    void takesTheDateAndTheAuthorOfTheFeedWhereThePageHasNone() throws Exception {
        page("/bridge", "Bridge opens", "A zeppelin opened the bridge.");
        feed("<item><title>T</title><link>/bridge</link><dc:creator>Ann Ash</dc:creator>"
                + "<pubDate>Mon, 02 Mar 2026 23:30:00 -0500</pubDate></item>");

        ask();

        Article article = index.articles(0, 1).getFirst();
        assertThat(article.publishedAt()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(article.authors()).containsExactly("Ann Ash");
        assertThat(article.publisher()).isEqualTo("The Daily Example");
        assertThat(article.url()).isEqualTo(site.address("/bridge"));
    }

    @Test
    void fetchesNoPageOfAnArticleThatCameWhole() throws Exception {
        feed("<item><title>Pelican speaks</title><link>/pelican</link><content:encoded><![CDATA[" + WHOLE
                + "]]></content:encoded></item>");

        assertThat(ask().articles()).isEqualTo(1);
        assertThat(found("pelican")).isPositive();
        assertThat(site.requests()).containsExactly("/feed.xml");
    }

    @Test
    void asksWhetherTheFeedChanged() throws Exception {
        site.put("/feed.xml", exchange -> {
            boolean same = "\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            LocalSite.send(exchange, same ? 304 : 200, "application/rss+xml", same ? "" : "<rss><channel/></rss>");
        });

        assertThat(ask().problem()).isNull();
        assertThat(ask().problem()).isNull();
        assertThat(LuceneArchive.feedLedger(index).versions()).containsEntry(site.address("/feed.xml"), "\"7\"\n");
    }

    @Test
    void honoursRobotsTxtForPagesAndAsksForItOnce() throws Exception {
        site.put("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n");
        page("/bridge", "Bridge opens", "A zeppelin opened the bridge.");
        page("/private/a", "Hidden", "A heron hid.");
        feed(item("/bridge", "a"), item("/private/a", "b"), item("/private/b", "c"));

        assertThat(ask().articles()).isEqualTo(1);
        assertThat(site.requests()).containsExactlyInAnyOrder("/feed.xml", "/robots.txt", "/bridge");
    }

    @Test
    void triesAgainWhatFailedForNowAndNotWhatIsGone() throws Exception {
        page("/bridge", "Bridge opens", "A zeppelin opened the bridge.");
        site.put("/busy", exchange -> LocalSite.send(exchange, 503, "text/plain", ""));
        feed(item("/busy", "Busy"), item("/gone", "Gone"), item("/bridge", "Bridge opens"));

        FeedRound.Outcome first = ask();
        assertThat(first.articles()).isEqualTo(1);
        assertThat(first.problem()).isEqualTo(site.address("/busy") + " answers with status 503.");

        page("/busy", "Not busy any more", "A heron had time.");
        assertThat(ask().problem()).isNull();
        assertThat(found("heron")).isEqualTo(1);
        assertThat(site.requests()).containsOnlyOnce("/gone", "/bridge");
    }

    @Test
    void leavesASiteAloneThatFailsThreeTimesInARow() throws Exception {
        site.put("/robots.txt", "text/plain", "");
        String[] items = IntStream.range(0, 20)
                .mapToObj(i -> {
                    site.put("/p" + i, exchange -> LocalSite.send(exchange, 500, "text/plain", ""));
                    return item("/p" + i, "t" + i);
                })
                .toArray(String[]::new);
        feed(items);

        assertThat(ask().problem()).contains("answers with status 500");
        assertThat(site.requests()).hasSize(5);
    }

    @Test
    void reportsWhatIsNoFeed() throws Exception {
        assertThat(ask().problem()).isEqualTo("The feed answers with status 404.");
        site.put("/feed.xml", "text/html", "<!doctype html><html><body>Hello</body></html>");
        assertThat(ask().problem()).isEqualTo("The feed is a web page and not a feed.");
        site.redirect("/feed.xml", "http://169.254.169.254/feed.xml");
        try (Fetcher careful = new Fetcher(
                new PublicAddresses(SystemDefaultDnsResolver.INSTANCE), "Dateline/test", Duration.ofSeconds(10))) {
            assertThat(round("/feed.xml", careful).ask().problem()).contains("is not a public address");
        }
        assertThat(index.size().articles()).isZero();
    }

    private FeedRound.Outcome ask() throws InterruptedException {
        return ask("/feed.xml");
    }

    private FeedRound.Outcome ask(String path) throws InterruptedException {
        return round(path, fetcher).ask();
    }

    private FeedRound round(String path, Fetcher through) {
        return new FeedRound(
                site.address(path),
                through,
                new ArticlePages(through, new WebPageReader()),
                LuceneArchive.feedLedger(index),
                new Robots(through, "Dateline"),
                () -> false);
    }

    private int found(String word) {
        return index.byWords(word, Filter.NONE, 10).size();
    }

    private void feed(String... items) {
        site.put(
                "/feed.xml",
                "application/rss+xml",
                "<rss version='2.0'><channel><title>The Daily Example</title>" + String.join("", items)
                        + "</channel></rss>");
    }

    private static String item(String page, String title) {
        return "<item><title>" + title + "</title><link>" + page + "</link></item>";
    }

    private void page(String path, String title, String text) {
        site.put(
                path,
                "text/html; charset=utf-8",
                "<html lang=en><title>" + title + "</title><article><h1>" + title + "</h1><p>" + text
                        + "</p></article></html>");
    }
}
