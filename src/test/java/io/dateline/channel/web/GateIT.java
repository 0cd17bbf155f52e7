package io.dateline.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.TestServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:gate;DB_CLOSE_DELAY=-1")
@Timeout(60)
class GateIT {

    @LocalServerPort
    private int port;

    /** A port stands for the server's own; "-" for no header at all. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    localhost:PORT,    http://localhost:PORT,                   101
                    127.0.0.1:PORT,    http://127.0.0.1:PORT,                   101
                    [::1]:PORT,        http://[::1]:PORT,                       101
                    evil.example,      http://evil.example,                     403
                    evil.example:PORT, http://evil.example:PORT,                403
                    evil.example:PORT, http://localhost:PORT,                   403
                    localhost:PORT,    -,                                       403
                    localhost:PORT,    http://127.0.0.1:PORT.evil.example,      403
                    localhost:PORT,    http://127.0.0.1:PORT,                   403
                    127.0.0.1:PORT,    http://localhost:PORT,                   403
                    localhost:PORT,    https://localhost:PORT,                  403
                    localhost:PORT,    null,                                    403
                    localhost:PORT,    '',                                      403
                    localhost:PORT,    http://evil.example,                     403
                    localhost:PORT,    http://localhost:1,                      403
                    localhost.:PORT,   http://localhost.:PORT,                  403
                    localhost:PORT,    '%%%',                                   403
                    """)
    void opensTheSocketOnlyToItsOwnPages(String host, String origin, int status) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "GET /ws/chat HTTP/1.1",
                "Host: " + here(host),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: dateline.v1"));
        if (!origin.equals("-")) {
            lines.add("Origin: " + here(origin));
        }
        RawHttp response = RawHttp.exchange(port, lines.toArray(String[]::new));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.hasHeader("Content-Security-Policy")).isTrue();
    }

    @Test
    void opensTheSocketOnlyForItsProtocol() throws IOException {
        RawHttp response = RawHttp.exchange(
                port,
                "GET /ws/chat HTTP/1.1",
                "Host: localhost:" + port,
                "Origin: http://localhost:" + port,
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: soap");

        assertThat(response.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    GET,    localhost:PORT,    -,                      -,            200
                    GET,    localhost:PORT,    http://localhost:PORT,  same-origin,  200
                    GET,    localhost:PORT,    -,                      none,         200
                    GET,    localhost:PORT,    -,                      cross-site,   403
                    GET,    localhost:PORT,    -,                      same-site,    403
                    GET,    localhost:PORT,    http://evil.example,    cross-site,   403
                    GET,    evil.example:PORT, -,                      -,            403
                    DELETE, localhost:PORT,    http://evil.example,    -,            403
                    DELETE, localhost:PORT,    null,                   -,            403
                    DELETE, localhost:PORT,    http://localhost:PORT,  same-origin,  405
                    DELETE, localhost:PORT,    -,                      -,            405
                    """)
    void letsOtherSitesCallNothing(String method, String host, String origin, String site, int status)
            throws IOException {
        List<String> lines = new ArrayList<>(
                List.of(method + " /api/conversations HTTP/1.1", "Host: " + here(host), "Connection: close"));
        if (!origin.equals("-")) {
            lines.add("Origin: " + here(origin));
        }
        if (!site.equals("-")) {
            lines.add("Sec-Fetch-Site: " + site);
        }

        assertThat(RawHttp.exchange(port, lines.toArray(String[]::new)).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/archive",
                "/api/nothing",
                "/nothing",
                "/api/search?k=x",
                "/_static/lit/lit.js",
                "/actuator/health",
                "/error",
                "/api/articles/%2e%2e%2fx",
                "/..;/x"
            })
    void sendsItsHeadersWithEveryResponse(String path) throws IOException {
        RawHttp response =
                RawHttp.exchange(port, "GET " + path + " HTTP/1.1", "Host: localhost:" + port, "Connection: close");

        for (String header : List.of(
                "Content-Security-Policy",
                "X-Content-Type-Options",
                "Referrer-Policy",
                "Cross-Origin-Opener-Policy",
                "Cross-Origin-Resource-Policy",
                "Permissions-Policy")) {
            assertThat(response.hasHeader(header))
                    .as(header + " in " + response.head())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/models", "/mcp"})
    void letsOtherSitesUseNoneOfTheProgramsDoors(String path) throws IOException {
        String[] call = {"GET " + path + " HTTP/1.1", "Host: localhost:" + port, "Connection: close", ""};
        for (String foreign : List.of("Sec-Fetch-Site: cross-site", "Origin: http://evil.example", "Origin: null")) {
            call[3] = foreign;
            assertThat(RawHttp.exchange(port, call).status()).isEqualTo(403);
        }
        call[1] = "Host: evil.example:" + port;
        call[3] = "Accept: */*";
        assertThat(RawHttp.exchange(port, call).status()).isEqualTo(403);
    }

    @Test
    void opensNothingToSlackWhileItIsNotConfigured() throws IOException {
        RawHttp response = RawHttp.exchange(
                port, "POST /slack/events HTTP/1.1", "Host: evil.example", "Content-Length: 0", "Connection: close");

        assertThat(response.status()).isEqualTo(403);
    }

    private String here(String value) {
        return value.replace("PORT", String.valueOf(port));
    }
}
