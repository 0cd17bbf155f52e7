package io.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the shipped article the questions of {@code questions/seed-article.jsonl}, over HTTP, as anyone would. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class SeedQuestionsIT {

    /** Deleted after the class, when {@link DirtiesContext} has closed what still writes to it. */
    @TempDir
    static Path data;

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void ownFolders(DynamicPropertyRegistry properties) {
        properties.add("dateline.index.folder", () -> data.resolve("index"));
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:seed-questions");
    }

    @Test
    void answersWhatTheArticleSaysWithVerbatimCitations() throws Exception {
        List<String> missed = new ArrayList<>();
        List<JsonNode> answerable = questions("answerable");
        for (JsonNode question : answerable) {
            JsonNode answer = ask(question.get("question").asString());
            if (!holdsAcceptedAnswer(answer, question) || !citesVerbatim(answer)) {
                missed.add(question.get("question").asString() + " → "
                        + answer.get("text").asString());
            }
        }
        assertThat(answerable).hasSize(16);
        assertThat(missed).as("questions without an accepted answer").hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void refusesWhatTheArticleDoesNotSay() throws Exception {
        List<String> answered = new ArrayList<>();
        List<JsonNode> unanswerable = questions("unanswerable");
        for (JsonNode question : unanswerable) {
            JsonNode answer = ask(question.get("question").asString());
            if (!answer.get("status").asString().equals("not_found")) {
                answered.add(question.get("question").asString() + " → "
                        + answer.get("text").asString());
            }
        }
        assertThat(unanswerable).hasSize(6);
        assertThat(answered).as("questions that should have been refused").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void repliesToGreetingsAndHelpWithoutSearching() throws Exception {
        for (JsonNode question : questions("chat")) {
            JsonNode answer = ask(question.get("question").asString());
            assertThat(answer.get("status").asString()).isEqualTo("chat");
            assertThat(answer.get("citations")).isEmpty();
        }
    }

    private boolean holdsAcceptedAnswer(JsonNode answer, JsonNode question) {
        String said = (answer.get("text").asString() + "\n"
                        + answer.path("fact").path("text").asString(""))
                .toLowerCase(Locale.ROOT);
        for (JsonNode accepted : question.get("answers")) {
            if (said.contains(accepted.asString().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private boolean citesVerbatim(JsonNode answer) throws IOException, InterruptedException {
        for (JsonNode citation : answer.get("citations")) {
            String body = get("/api/articles/" + citation.get("articleId").asString())
                    .get("body")
                    .asString();
            String cited = body.substring(
                    citation.get("start").asInt(), citation.get("end").asInt());
            assertThat(citation.get("quote").asString()).isEqualTo(cited);
        }
        return !answer.get("citations").isEmpty();
    }

    private List<JsonNode> questions(String group) throws IOException {
        try (InputStream lines = Objects.requireNonNull(
                getClass().getResourceAsStream("/questions/seed-article.jsonl"), "questions/seed-article.jsonl")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(json::readTree)
                    .filter(question -> group.equals(groupOf(question)))
                    .toList();
        }
    }

    private static String groupOf(JsonNode question) {
        return switch (question.get("kind").asString()) {
            case "unanswerable" -> "unanswerable";
            case "greeting", "help" -> "chat";
            default -> "answerable";
        };
    }

    private JsonNode ask(String question) throws IOException, InterruptedException {
        return get("/api/answer?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .build();
        return json.readTree(client.send(request, BodyHandlers.ofString()).body());
    }
}
