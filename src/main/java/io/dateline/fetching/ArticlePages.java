package io.dateline.fetching;

import io.dateline.corpus.ArticleReader;
import io.dateline.corpus.WebPageReader;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** Articles on the web, one page at a time. Thread-safe. */
public final class ArticlePages {

    private static final String ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml", "");

    private final Fetcher fetcher;
    private final WebPageReader reader;

    ArticlePages(Fetcher fetcher, WebPageReader reader) {
        this.fetcher = fetcher;
        this.reader = reader;
    }

    /**
     * Fetches the page and reads its article. What is wrong with an address or a page goes to {@link
     * ArticleReader.Intake#reject}.
     *
     * @param address as somebody wrote it
     */
    public void read(String address, ArticleReader.Intake intake) throws InterruptedException {
        try {
            read(WebAddress.of(address), Map.of(), intake);
        } catch (FetchException e) {
            intake.reject(address.strip(), e.why());
        }
    }

    /** @param known what is known of the article before its page is there, by the names that JSON articles use */
    void read(URI address, Map<String, ?> known, ArticleReader.Intake intake)
            throws FetchException, InterruptedException {
        switch (fetcher.fetch(address, Validators.NONE, ACCEPT)) {
            case Fetched.Content page -> {
                if (!HTML.contains(page.mediaType())) {
                    throw FetchException.lasting(
                            "is " + page.mediaType() + " and not a web page; download it and add the file");
                }
                reader.readPage(page.bytes(), page.charset(), page.address(), known, intake);
            }
            case Fetched.Unchanged unchanged ->
                throw FetchException.passing("says that it did not change, which was not asked");
        }
    }
}
