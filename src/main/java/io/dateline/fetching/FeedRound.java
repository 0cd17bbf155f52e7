package io.dateline.fetching;

import io.dateline.corpus.Article;
import io.dateline.corpus.ArticleReader;
import io.dateline.corpus.WebPageReader;
import io.dateline.index.FeedLedger;
import io.dateline.index.Rejection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One asking of a feed: what it tells of and is not in the ledger in this version is read, from the feed itself where it carries
 * whole texts, else from its page. For one thread.
 */
final class FeedRound {

    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";

    /** A site where this many pages in a row do not come is left alone until the next time. */
    private static final int MOST_FAILURES = 3;

    private final String address;
    private final Fetcher fetcher;
    private final ArticlePages pages;
    private final WebPageReader texts = new WebPageReader();
    private final FeedLedger ledger;
    private final Robots robots;
    private final BooleanSupplier stopped;
    private int articles;
    private int failures;
    private Duration retryAfter = Duration.ZERO;
    private @Nullable String problem;

    /** @param address of the feed */
    FeedRound(
            String address,
            Fetcher fetcher,
            ArticlePages pages,
            FeedLedger ledger,
            Robots robots,
            BooleanSupplier stopped) {
        this.address = address;
        this.fetcher = fetcher;
        this.pages = pages;
        this.ledger = ledger;
        this.robots = robots;
        this.stopped = stopped;
    }

    /**
     * @param articles new or changed
     * @param problem null if there was none
     * @param retryAfter how long the server wants to be left alone
     */
    record Outcome(int articles, @Nullable String problem, Duration retryAfter) {}

    /** @throws io.dateline.index.IndexWriteException if the index cannot be written now */
    Outcome ask() throws InterruptedException {
        try {
            Map<String, String> versions = ledger.versions();
            Fetched fetched = fetcher.fetch(address, validators(versions.getOrDefault(address, "")), ACCEPT);
            if (fetched instanceof Fetched.Content content) {
                read(FeedReader.read(content), versions);
                if (problem == null) {
                    ledger.note(address, line(content.validators()), List.of());
                }
                ledger.commit();
            }
        } catch (FetchException e) {
            problem = "The feed " + e.why() + ".";
            retryAfter = e.retryAfter();
        }
        return new Outcome(articles, problem, retryAfter);
    }

    private void read(List<FeedItem> items, Map<String, String> versions) throws InterruptedException {
        // The oldest first, so that what is stopped in the middle lacks the newest and not some of each.
        for (FeedItem item : items.reversed()) {
            if (failures == MOST_FAILURES || stopped.getAsBoolean()) {
                problem = problem == null ? "Not all items were read." : problem;
                return;
            }
            if (!item.version().equals(versions.get(key(item)))) {
                read(item);
            }
        }
    }

    private void read(FeedItem item) throws InterruptedException {
        URI page = item.page();
        Found found = new Found();
        try {
            String text = item.text();
            if (text != null) {
                texts.readText(text, page, item.known(), found);
            } else if (robots.allow(page)) {
                pages.read(page, item.known(), found);
            } else {
                found.reject(page.toString(), "is not read, since the site's robots.txt asks programs not to");
            }
            failures = 0;
        } catch (FetchException e) {
            if (e.isPassing()) {
                failures++;
                problem = page + " " + e.why() + ".";
                retryAfter = e.retryAfter();
                return;
            }
            found.reject(page.toString(), e.why());
        }
        Article article = found.article;
        if (article == null) {
            ledger.note(key(item), item.version(), found.rejections);
        } else {
            ledger.take(article, key(item), item.version());
            articles++;
        }
    }

    /** With the feed's address, since several feeds of a site tell of one page in different words. */
    private String key(FeedItem item) {
        return address + " " + item.page();
    }

    /** Both validators in one line of the ledger. */
    private static String line(Validators validators) {
        return orEmpty(validators.etag()) + "\n" + orEmpty(validators.lastModified());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Validators validators(String line) {
        String[] both = line.split("\n", 2);
        return both.length < 2
                ? Validators.NONE
                : new Validators(both[0].isEmpty() ? null : both[0], both[1].isEmpty() ? null : both[1]);
    }

    private static final class Found implements ArticleReader.Intake {

        private final List<Rejection> rejections = new ArrayList<>();
        private @Nullable Article article;

        @Override
        public void accept(Article found) {
            article = found;
        }

        @Override
        public void reject(String where, String why) {
            rejections.add(new Rejection(where, why));
        }
    }
}
