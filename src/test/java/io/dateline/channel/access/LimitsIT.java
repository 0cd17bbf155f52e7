package io.dateline.channel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a person gets who asks more than one may. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:limits;DB_CLOSE_DELAY=-1",
            "dateline.access=token",
            "dateline.questions.per-minute=3"
        })
@Timeout(60)
class LimitsIT {

    private static final Path FILE = file();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void tokens(DynamicPropertyRegistry properties) {
        properties.add("dateline.tokens.file", FILE::toString);
    }

    @Test
    void everyDoorSaysThatItIsTooMuchAndTheNextPersonIsServed() throws Exception {
        String ann = new TokenFile(FILE).add("ann", LocalDate.of(2026, 11, 24));
        String bob = new TokenFile(FILE).add("bob", LocalDate.of(2026, 11, 24));
        for (int i = 0; i < 3; i++) {
            assertThat(get("/api/answer?q=x", ann).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = get("/api/answer?q=x", ann);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("\"code\":\"rate_limited\"", "3 questions within a minute");

        HttpResponse<String> openAi = send(
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"model\":\"dateline\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"))
                        .header("Content-Type", "application/json"),
                "/v1/chat/completions",
                ann);
        assertThat(openAi.statusCode()).isEqualTo(429);
        assertThat(openAi.body()).contains("\"type\":\"rate_limit_error\"");

        assertThat(get("/api/answer?q=x", bob).statusCode()).isEqualTo(200);
        assertThat(get("/api/conversations", ann).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path, token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, String token)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        request.uri(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("dateline-limits").resolve("tokens");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
