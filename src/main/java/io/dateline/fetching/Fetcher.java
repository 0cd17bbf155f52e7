package io.dateline.fetching;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Gets pages and feeds, and is the only way to them: a request has a limit of time, of bytes and of redirects, leaves for http
 * and https alone, for public addresses alone, and one at a time for a host. Thread-safe.
 */
public final class Fetcher implements AutoCloseable {

    /** In bytes, unpacked; what {@code corpus} takes for one article. */
    static final int LARGEST = 10 * 1024 * 1024;

    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_AT_ONCE = 32;
    private static final int LONGEST_HEADER = 16 * 1024;
    private static final int MOST_HEADERS = 200;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private final CloseableHttpClient client;
    private final Duration patience;
    private final HostTurns turns = new HostTurns();

    /** Ends what takes too long, also where no byte comes for a read to return. */
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fetch-deadlines").daemon().factory());

    /**
     * @param resolver tells the addresses that are connected to, and refuses others
     * @param patience with one resource, its redirects included
     */
    Fetcher(DnsResolver resolver, String userAgent, Duration patience) {
        this.patience = patience;
        client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setMaxConnTotal(MOST_AT_ONCE)
                        .setMaxConnPerRoute(MOST_AT_ONCE)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_HEADER)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT))
                                .setSocketTimeout(Timeout.of(SILENCE))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(patience))
                        .setResponseTimeout(Timeout.of(SILENCE))
                        .build())
                .setUserAgent(userAgent)
                // A connection that was checked for one request serves no other.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** @param written as a person or a feed wrote it */
    public Fetched fetch(String written, Validators known, String accept) throws FetchException, InterruptedException {
        return fetch(WebAddress.of(written), known, accept);
    }

    Fetched fetch(URI address, Validators known, String accept) throws FetchException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Step step = step(at, known, accept, deadline);
            Fetched fetched = step.fetched();
            if (fetched != null) {
                return fetched;
            }
            at = step.next();
        }
        throw FetchException.lasting("redirects more than " + MOST_REDIRECTS + " times");
    }

    /** Either what was fetched, or where to ask next. */
    private record Step(@Nullable Fetched fetched, URI next) {}

    private Step step(URI at, Validators known, String accept, long deadline)
            throws FetchException, InterruptedException {
        Lock turn = turns.take(at.getHost(), left(deadline));
        try {
            return ask(at, known, accept, deadline);
        } finally {
            turn.unlock();
        }
    }

    private Step ask(URI at, Validators known, String accept, long deadline) throws FetchException {
        HttpGet request = new HttpGet(at);
        request.setHeader(HttpHeaders.ACCEPT, accept);
        known.ask(request);
        Future<?> end = deadlines.schedule(request::abort, left(deadline).toNanos(), TimeUnit.NANOSECONDS);
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            return read(at, response);
        } catch (IOException e) {
            throw left(deadline).isZero() ? tooSlow() : because(e);
        } finally {
            // Also so that what is left of an endless body is not waited for.
            request.abort();
            end.cancel(false);
        }
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    private FetchException tooSlow() {
        return FetchException.passing("is not there after " + patience.toSeconds() + " s");
    }

    private static FetchException because(IOException e) {
        return switch (e) {
            case RefusedAddressException refused ->
                FetchException.lasting("is not fetched: " + refused.getMessage()
                        + ". Set dateline.fetch.allow-private=true if it should be");
            case UnknownHostException unknown -> FetchException.passing("names a host that is not found");
            case SocketTimeoutException timeout -> FetchException.passing("does not answer");
            case SSLException tls ->
                FetchException.passing("cannot be called safely over https (" + tls.getMessage() + ")");
            default -> FetchException.passing("cannot be read to its end (" + e.getMessage() + ")");
        };
    }

    private static Step read(URI at, ClassicHttpResponse response) throws IOException, FetchException {
        int status = response.getCode();
        return switch (status) {
            case HttpStatus.SC_OK -> new Step(content(at, response), at);
            case HttpStatus.SC_NOT_MODIFIED -> new Step(new Fetched.Unchanged(), at);
            case HttpStatus.SC_MOVED_PERMANENTLY,
                    HttpStatus.SC_MOVED_TEMPORARILY,
                    HttpStatus.SC_SEE_OTHER,
                    HttpStatus.SC_TEMPORARY_REDIRECT,
                    HttpStatus.SC_PERMANENT_REDIRECT -> new Step(null, next(at, response));
            case HttpStatus.SC_REQUEST_TIMEOUT, HttpStatus.SC_TOO_MANY_REQUESTS ->
                throw FetchException.passing(answers(status), retryAfter(response));
            default -> {
                if (status >= HttpStatus.SC_SERVER_ERROR) {
                    throw FetchException.passing(answers(status), retryAfter(response));
                }
                throw FetchException.lasting(answers(status));
            }
        };
    }

    private static String answers(int status) {
        return "answers with status " + status;
    }

    private static URI next(URI at, ClassicHttpResponse response) throws FetchException {
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (location == null) {
            throw FetchException.lasting("redirects without saying where to");
        }
        try {
            return WebAddress.of(at, location.getValue());
        } catch (FetchException e) {
            throw FetchException.lasting("redirects to " + location.getValue() + ", which " + e.why());
        }
    }

    private static Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        if (header == null || !header.getValue().matches("\\d{1,6}")) {
            return Duration.ZERO;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(header.getValue()));
        return wanted.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wanted;
    }

    private static Fetched content(URI at, ClassicHttpResponse response) throws IOException, FetchException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            throw FetchException.lasting("is empty");
        }
        // The entity is unpacked as it is read, so that the limit holds for what a small packed body becomes.
        InputStream in = entity.getContent();
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw FetchException.lasting("is larger than " + LARGEST / 1024 / 1024 + " MB");
        }
        ContentType type = ContentType.parseLenient(entity.getContentType());
        return new Fetched.Content(
                at,
                type == null ? "" : type.getMimeType().toLowerCase(Locale.ROOT),
                type == null ? null : type.getCharset(),
                bytes,
                Validators.of(response));
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }
}
