package io.dateline.channel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.TestServer;
import io.dateline.channel.web.ChatClient;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** {@code dateline.access=oidc}, with a provider on loopback. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:oidc-access;DB_CLOSE_DELAY=-1",
            "dateline.access=oidc",
            "dateline.oidc.client-id=dateline-client",
            "dateline.oidc.client-secret=secret"
        })
@Timeout(60)
class OidcAccessIT {

    private static final FakeIssuer ISSUER = FakeIssuer.start("dateline-client");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("dateline.oidc.issuer", ISSUER::address);
    }

    @AfterAll
    static void stopIssuer() {
        ISSUER.stop();
    }

    @Test
    void aBrowserSignsInAndComesBackToWhatItAskedFor() throws Exception {
        ISSUER.signsIn("ann", "Ann Ash");
        HttpClient browser = browser();

        HttpResponse<String> page = get(browser, "/a/a-1?start=3", null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPort()).isEqualTo(port);
        assertThat(page.uri().getPath()).isEqualTo("/a/a-1");
        assertThat(page.body()).contains("<title>Dateline</title>");
        assertThat(get(browser, "/api/session", null).body()).isEqualTo("{\"access\":\"oidc\",\"name\":\"Ann Ash\"}");
        get(browser, "/api/answer?q=What+did+ann+ask%3F", null);
        assertThat(get(browser, "/api/conversations", null).body()).contains("What did ann ask?");

        ISSUER.signsIn("bob", "Bob Birch");
        HttpClient other = browser();
        get(other, "/", null);
        assertThat(get(other, "/api/conversations", null).body()).isEqualTo("{\"conversations\":[]}");
    }

    @Test
    void aProgramSendsATokenThatTheProviderMadeForDateline() throws Exception {
        HttpClient program = HttpClient.newHttpClient();
        Instant later = Instant.now().plus(Duration.ofMinutes(5));

        assertThat(get(program, "/api/archive", ISSUER.token("cem", "dateline-client", later))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(program, "/api/archive", null).statusCode()).isEqualTo(401);
        assertThat(get(program, "/api/archive", "no.token.atall").statusCode()).isEqualTo(401);
        assertThat(get(program, "/api/archive", ISSUER.token("cem", "another-client", later))
                        .statusCode())
                .isEqualTo(401);
        Instant before = Instant.now().minus(Duration.ofMinutes(5));
        assertThat(get(program, "/api/archive", ISSUER.token("cem", "dateline-client", before))
                        .statusCode())
                .isEqualTo(401);
        try (FakeIssuer stranger = FakeIssuer.start("dateline-client")) {
            assertThat(get(program, "/api/archive", stranger.token("cem", "dateline-client", later))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aSocketTakesTheSameToken() throws Exception {
        String token = ISSUER.token("dee", "dateline-client", Instant.now().plus(Duration.ofMinutes(5)));
        try (ChatClient client = new ChatClient(port)) {
            client.send("{'type':'authenticate','token':'" + token + "'}");
            assertThat(client.nextJson().at("/type").stringValue()).isEqualTo("authenticated");
        }
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private HttpResponse<String> get(HttpClient client, String path, @Nullable String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
