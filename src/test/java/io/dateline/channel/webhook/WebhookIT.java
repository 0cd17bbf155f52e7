package io.dateline.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:webhook;DB_CLOSE_DELAY=-1",
            "dateline.mattermost.tokens=command-token,webhook-token",
            "dateline.zulip.tokens=zulip-token"
        })
@Timeout(60)
class WebhookIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @Test
    void answersACommandOfMattermostToWhoGaveIt() throws Exception {
        JsonNode answer = JSON.readTree(post("/mattermost", form(mattermostCommand("What was signed?", "t1")))
                .body());

        assertThat(answer.path("response_type").asString()).isEqualTo("ephemeral");
        assertThat(answer.path("text").asString())
                .contains("**the treaty**")
                .contains("[\\[1\\]](https://news.example.org/a-1)")
                .endsWith("Sources:\n\n- [A treaty](https://news.example.org/a-1), 1 March 2023");
    }

    @Test
    void answersAWebhookOfMattermostBelowTheMessage() throws Exception {
        String json = """
                {"token":"webhook-token","team_id":"t","channel_id":"c","user_id":"u2","post_id":"p1","timestamp":1,\
                "trigger_word":"dateline","text":"dateline Who called?","file_ids":""}""";

        JsonNode answer = JSON.readTree(post("/mattermost", json).body());

        assertThat(answer.path("response_type").asString()).isEqualTo("comment");
        assertThat(answerer.count("Who called?")).isEqualTo(1);
    }

    @Test
    void answersZulipOnceHoweverOftenItCalls() throws Exception {
        Map<String, String> fields = Map.of(
                "token", "zulip-token",
                "team_id", "T2",
                "channel_id", "C3",
                "user_id", "U4",
                "thread_ts", "77",
                "trigger_word", "mention",
                "text", "@**Dateline** Who came to Zulip?");

        HttpResponse<String> first = post("/zulip", form(fields));
        HttpResponse<String> again = post("/zulip", form(fields));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(answerer.count("Who came to Zulip?")).isEqualTo(1);
    }

    @Test
    void goesOnInTheConversationOfOnePersonInOneChannel() throws Exception {
        List<Integer> past = new ArrayList<>();
        answerer.on("And then in Mattermost?", (question, before, listener) -> {
            past.add(before.size());
            return ScriptedAnswerer.answer("Then @all left <here> [x](http://evil.example).");
        });
        post("/mattermost", form(mattermostCommand("Who began?", "t2", "person")));
        String answer = post("/mattermost", form(mattermostCommand("And then in Mattermost?", "t3", "person")))
                .body();
        post("/mattermost", form(mattermostCommand("And then in Mattermost?", "t4", "another")));

        assertThat(past).containsExactly(1, 0);
        assertThat(answer).contains("Then @\u2060all left &lt;here&gt; x.").doesNotContain("evil.example");
    }

    @Test
    void refusesCallsWithoutAKnownToken() throws Exception {
        for (String token : List.of("", "zulip-token", "command-toke", "command-token,webhook-token")) {
            String body = form(Map.of("token", token, "text", "Forged?", "post_id", "p9"));
            assertThat(post("/mattermost", body).statusCode()).as(token).isEqualTo(401);
        }
        assertThat(post("/mattermost", "{").statusCode()).isEqualTo(401);
        assertThat(post("/mattermost", "token=%zz").statusCode()).isEqualTo(401);
        assertThat(post("/zulip", "token=zulip-token&text=" + "x".repeat(200_000))
                        .statusCode())
                .isEqualTo(401);
        assertThat(answerer.count("Forged?")).isZero();
    }

    private static Map<String, String> mattermostCommand(String text, String trigger) {
        return mattermostCommand(text, trigger, "u1");
    }

    private static Map<String, String> mattermostCommand(String text, String trigger, String user) {
        return Map.of(
                "token", "command-token",
                "command", "/dateline",
                "team_id", "t",
                "channel_id", "c",
                "user_id", user,
                "trigger_id", trigger,
                "response_url", "http://127.0.0.1:9/hooks",
                "text", text);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header(
                                "Content-Type",
                                body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
