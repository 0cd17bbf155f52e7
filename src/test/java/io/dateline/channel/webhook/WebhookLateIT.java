package io.dateline.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import io.dateline.channel.slack.FakeSlack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answers that come later than the chat service waits for them. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:webhook-late;DB_CLOSE_DELAY=-1",
            "dateline.mattermost.tokens=token",
            "dateline.mattermost.waits=50ms",
            "dateline.zulip.tokens=token",
            "dateline.zulip.waits=50ms"
        })
@Timeout(60)
class WebhookLateIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @Test
    void sendsMattermostTheAnswerToACommandWhenItIsThere() throws Exception {
        CountDownLatch released = answersLate("Late in Mattermost?");
        try (FakeSlack hooks = new FakeSlack()) {
            HttpResponse<String> response = post("/mattermost", """
                    {"token":"token","command":"/dateline","team_id":"t","channel_id":"c","user_id":"u",\
                    "trigger_id":"late","response_url":"%s","text":"Late in Mattermost?"}""".formatted(hooks.hookUrl()));
            assertThat(response.body()).contains("Still searching");
            released.countDown();

            assertThat(hooks.await("response_url", 1).getFirst().get("text")).contains("**the treaty**");
        }
    }

    @Test
    void hasZulipComeAgainForTheAnswer() throws Exception {
        CountDownLatch released = answersLate("Late in Zulip?");
        String call = """
                {"token":"token","team_id":"T","channel_id":"C","user_id":"U","thread_ts":"1","text":"Late in Zulip?"}""";
        assertThat(post("/zulip", call).statusCode()).isEqualTo(503);
        released.countDown();

        HttpResponse<String> response = post("/zulip", call);
        while (response.statusCode() == 503) {
            response = post("/zulip", call);
        }
        assertThat(response.body()).contains("**the treaty**");
        assertThat(answerer.count("Late in Zulip?")).isEqualTo(1);
    }

    private CountDownLatch answersLate(String question) {
        CountDownLatch released = new CountDownLatch(1);
        answerer.on(question, (asked, past, listener) -> {
            released.await();
            return ScriptedAnswerer.shortly(asked, past, listener);
        });
        return released;
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
