package io.dateline.inference;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * Streams what a language model writes, each stream on a virtual thread of its own, and can end it at any moment, before the first
 * token too: see {@link Upstream}. LangChain4j's own client can be ended only from within a token, and reads streams on a shared pool.
 * It also takes a page of HTML under status 200, as proxies send, for an answer.
 */
final class ModelHttpClient implements HttpClient {

    /** Of a refusal's body; enough for its message. */
    private static final int LONGEST_REFUSAL = 8_192;

    private final HttpClient whole;
    private final java.net.http.HttpClient streaming;
    private final Duration toHeaders;

    /** @param whole for requests whose response is read as a whole */
    ModelHttpClient(HttpClient whole, java.net.http.HttpClient streaming, Duration toHeaders) {
        this.whole = whole;
        this.streaming = streaming;
        this.toHeaders = toHeaders;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        return whole.execute(request);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        Upstream upstream = Upstream.ofThisThread();
        upstream.run(() -> stream(request, parser, listener, upstream));
    }

    private void stream(
            HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener, Upstream upstream) {
        try {
            HttpResponse<InputStream> response = streaming.send(jdk(request), BodyHandlers.ofInputStream());
            try (InputStream body = upstream.closing(response.body())) {
                requireStream(response, body);
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(body, listener);
                listener.onClose();
            }
        } catch (HttpTimeoutException e) {
            listener.onError(new TimeoutException(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            listener.onError(e);
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }

    private static void requireStream(HttpResponse<InputStream> response, InputStream body) throws IOException {
        if (response.statusCode() < 200 || response.statusCode() >= 300) {
            String message = new String(body.readNBytes(LONGEST_REFUSAL), StandardCharsets.UTF_8);
            throw response.statusCode() == 429
                    ? new TooManyRequestsException(message, RetryAfter.of(response.headers()))
                    : new HttpException(response.statusCode(), message);
        }
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("html")) {
            throw new IOException("the server sent a page (" + type + ") instead of a stream");
        }
    }

    private java.net.http.HttpRequest jdk(HttpRequest request) {
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(toHeaders);
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = request.body();
        return builder.method(
                        request.method().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }
}
