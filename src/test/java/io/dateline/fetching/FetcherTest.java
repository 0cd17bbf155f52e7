package io.dateline.fetching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FetcherTest {

    private static final DnsResolver ANYWHERE = SystemDefaultDnsResolver.INSTANCE;
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final LocalSite site = new LocalSite();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() {
        over.countDown();
        site.close();
    }

    @Test
    void fetchesWithItsNameAndTellsWhatItGot() throws Exception {
        site.put("/page", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("User-Agent")).isEqualTo("Dateline/test");
            assertThat(exchange.getRequestHeaders().getFirst("Accept")).isEqualTo("text/html");
            LocalSite.send(exchange, 200, "Text/HTML; charset=ISO-8859-1", "words");
        });

        Fetched.Content page = (Fetched.Content) fetch(site.address("/page"));

        assertThat(page.bytes()).isEqualTo("words".getBytes(UTF_8));
        assertThat(page.mediaType()).isEqualTo("text/html");
        assertThat(page.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=klingon", "text/html; charset=", ";", ""})
    void takesNoCharsetFromAStrangeType(String type) throws Exception {
        site.put("/page", type, "words");

        assertThat(((Fetched.Content) fetch(site.address("/page"))).charset()).isNull();
    }

    @Test
    void asksWhetherItChanged() throws Exception {
        site.put("/page", exchange -> {
            boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            LocalSite.send(exchange, same ? 304 : 200, "text/html", same ? "" : "words");
        });

        Fetched.Content first = (Fetched.Content) fetch(site.address("/page"));

        try (Fetcher fetcher = fetcher(ANYWHERE)) {
            assertThat(fetcher.fetch(site.address("/page"), first.validators(), "text/html"))
                    .isInstanceOf(Fetched.Unchanged.class);
        }
    }

    @Test
    void followsFiveRedirectsAndNoSixth() throws Exception {
        for (int i = 0; i < 6; i++) {
            site.redirect("/" + i, "/" + (i + 1));
        }
        site.put("/6", "text/html", "words");

        assertThat(((Fetched.Content) fetch(site.address("/1"))).address().getPath())
                .isEqualTo("/6");
        assertThat(refusal(site.address("/0"))).isEqualTo("redirects more than 5 times");
        assertThat(refusal(site.redirect("/loop", "/loop").address("/loop"))).isEqualTo("redirects more than 5 times");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/", "http://localhost/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/",
                "http://[::ffff:127.0.0.1]/", "http://2130706433/", "http://0177.0.0.1/", "http://0x7f.1/",
                "http://0/", "http://10.1.2.3/", "http://192.168.0.1:8080/", "http://[fd00::1]/"
            })
    void sendsNothingToPrivateAddressesNeitherAtOnceNorByRedirect(String address) throws Exception {
        assertThat(refusal(address, new PublicAddresses(ANYWHERE))).contains("is not a public address");

        // The site itself stands for a public one, under a name that is taken to be.
        site.redirect("/page", address);
        AtomicInteger port = new AtomicInteger(URI.create(site.address("/")).getPort());
        DnsResolver names = namedSite(new PublicAddresses(ANYWHERE));
        assertThat(refusal("http://site.example:" + port + "/page", names)).contains("is not a public address");
        assertThat(site.requests()).containsExactly("/page");
    }

    /** Knows the site by a name, and leaves every other to the rules. */
    private static DnsResolver namedSite(DnsResolver rules) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return host.equals("site.example")
                        ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                        : rules.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    @Test
    void connectsToTheAddressThatWasLookedAt() throws Exception {
        InMemoryDnsResolver once = new InMemoryDnsResolver();
        AtomicInteger looks = new AtomicInteger();
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                // A second look would lead elsewhere, as a rebinding name server has it.
                once.add(host, InetAddress.getByName(looks.getAndIncrement() == 0 ? "127.0.0.1" : "192.0.2.1"));
                return once.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        site.put("/page", "text/html", "words");
        String address = site.address("/page").replace("127.0.0.1", "rebinding.example");

        try (Fetcher fetcher = fetcher(rebinding)) {
            assertThat(fetcher.fetch(address, Validators.NONE, "text/html")).isInstanceOf(Fetched.Content.class);
        }
        assertThat(looks).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/a", "gopher://127.0.0.1/", "/relative\u0000"})
    void redirectsToWebPagesAlone(String location) throws Exception {
        site.redirect("/page", location.replace("\u0000", "%00"));

        assertThat(refusal(site.address("/page"))).isNotEmpty();
    }

    @Test
    void givesUpOnABodyWithoutEnd() throws Exception {
        site.put("/page", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            pour(exchange.getResponseBody());
        });

        assertThat(refusal(site.address("/page"))).isEqualTo("is larger than 10 MB");
    }

    @Test
    void givesUpOnASmallBodyThatUnpacksToALargeOne() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                gzip.write(zeros);
            }
        }
        site.put("/page", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            packed.writeTo(exchange.getResponseBody());
        });

        assertThat(packed.size()).isLessThan(300_000);
        assertThat(refusal(site.address("/page"))).isEqualTo("is larger than 10 MB");
    }

    @Test
    void givesUpOnABodyThatDrips() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n";
        try (ServerSocket server = dripping(head, "x")) {
            assertThat(refusal(address(server))).isEqualTo("is not there after 1 s");
        }
    }

    @Test
    void givesUpOnHeadersThatDrip() throws Exception {
        try (ServerSocket server = dripping("HTTP/1.1 200 OK\r\n", "X-A: b\r\n")) {
            assertThat(refusal(address(server))).isEqualTo("is not there after 1 s");
        }
    }

    @Test
    void givesUpOnAServerThatSaysNothing() throws Exception {
        try (ServerSocket server = dripping("", "")) {
            assertThat(refusal(address(server))).isEqualTo("is not there after 1 s");
        }
    }

    @Test
    void givesUpOnAHeaderWithoutEnd() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            serve(server, out -> {
                out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(UTF_8));
                pour(out);
            });
            assertThat(refusal(address(server))).startsWith("cannot be read to its end");
        }
    }

    @Test
    void saysWhatTheServerAnsweredAndHowLongToWait() throws Exception {
        site.put("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            LocalSite.send(exchange, 503, "text/plain", "later");
        });

        FetchException busy = failure(site.address("/busy"), ANYWHERE);
        FetchException gone = failure(site.address("/gone"), ANYWHERE);

        assertThat(busy.why()).isEqualTo("answers with status 503");
        assertThat(busy.isPassing()).isTrue();
        assertThat(busy.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(gone.why()).isEqualTo("answers with status 404");
        assertThat(gone.isPassing()).isFalse();
    }

    @Test
    void asksAHostOneThingAtATime() throws Exception {
        CountDownLatch second = new CountDownLatch(2);
        AtomicBoolean met = new AtomicBoolean();
        site.put("/page", exchange -> {
            second.countDown();
            // The first waits whether another comes while it is worked on.
            if (second.getCount() == 1 && waits(second)) {
                met.set(true);
            }
            LocalSite.send(exchange, 200, "text/html", "words");
        });
        try (Fetcher fetcher = new Fetcher(ANYWHERE, "Dateline/test", Duration.ofSeconds(30))) {
            List<Thread> readers = IntStream.range(0, 20)
                    .mapToObj(i -> Thread.startVirtualThread(() -> fetchQuietly(fetcher)))
                    .toList();
            for (Thread reader : readers) {
                reader.join();
            }
        }
        assertThat(site.requests()).hasSize(20);
        assertThat(met).isFalse();
    }

    private static boolean waits(CountDownLatch latch) {
        try {
            return latch.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fetchQuietly(Fetcher fetcher) {
        try {
            fetcher.fetch(site.address("/page"), Validators.NONE, "text/html");
        } catch (FetchException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Fetched fetch(String address) throws Exception {
        try (Fetcher fetcher = fetcher(ANYWHERE)) {
            return fetcher.fetch(address, Validators.NONE, "text/html");
        }
    }

    private static Fetcher fetcher(DnsResolver resolver) {
        return new Fetcher(resolver, "Dateline/test", SHORT);
    }

    private static String refusal(String address) throws Exception {
        return refusal(address, ANYWHERE);
    }

    private static String refusal(String address, DnsResolver resolver) throws Exception {
        return failure(address, resolver).why();
    }

    private static FetchException failure(String address, DnsResolver resolver) throws Exception {
        try (Fetcher fetcher = fetcher(resolver)) {
            return catchThrowableOfType(
                    FetchException.class, () -> fetcher.fetch(address, Validators.NONE, "text/html"));
        }
    }

    private static String address(ServerSocket server) {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private interface Talk {

        void to(OutputStream out) throws IOException, InterruptedException;
    }

    private static void serve(ServerSocket server, Talk talk) {
        Thread.startVirtualThread(() -> {
            try (Socket socket = server.accept()) {
                talk.to(socket.getOutputStream());
            } catch (IOException | InterruptedException e) {
                // The client has gone, which is what the test is about.
            }
        });
    }

    private ServerSocket dripping(String head, String drop) throws IOException {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        serve(server, out -> {
            out.write(head.getBytes(UTF_8));
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                out.write(drop.getBytes(UTF_8));
            }
        });
        return server;
    }

    private static void pour(OutputStream out) throws IOException {
        byte[] words = "and so on ".repeat(1000).getBytes(UTF_8);
        while (true) {
            out.write(words);
        }
    }
}
