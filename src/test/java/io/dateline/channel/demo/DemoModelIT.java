package io.dateline.channel.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program with the stand-in for a language model connected. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class DemoModelIT {

    /** Deleted after the class, when {@link DirtiesContext} has closed what still writes to it. */
    @TempDir
    static Path data;

    private static final DemoModel MODEL = start();

    @LocalServerPort
    private int port;

    private static DemoModel start() {
        try {
            DemoModel model = new DemoModel(0, new DemoScript(), Duration.ofMillis(1));
            model.start();
            return model;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("dateline.index.folder", () -> data.resolve("index"));
        properties.add("spring.datasource.url", () -> "jdbc:h2:mem:demo-model");
        properties.add("dateline.model.base-url", MODEL::address);
        properties.add("dateline.model.name", () -> DemoModel.NAME);
    }

    @AfterAll
    static void stop() {
        MODEL.close();
    }

    @Test
    void marksWhatTheScriptMadeUpAndNothingElse() throws Exception {
        JsonNode answer = get("/api/answer?q=" + encoded("Which news agency reported the joint statement?"));

        assertThat(answer.path("mode").stringValue()).isEqualTo(DemoModel.NAME);
        String text = answer.path("text").stringValue();
        assertThat(text).contains("Belta").contains("1 April 1815");
        String mark = text.substring(text.lastIndexOf('[') + 1, text.lastIndexOf(']'));
        for (JsonNode citation : answer.path("citations")) {
            boolean isOfTheInvention = citation.path("number").asString().equals(mark);
            assertThat(citation.path("verdict").stringValue())
                    .isEqualTo(isOfTheInvention ? "unsupported" : "supported");
        }
    }

    @Test
    void saysThatTheModelAnswers() throws Exception {
        JsonNode report = get("/api/model");

        assertThat(report.path("answers").asBoolean()).isTrue();
        assertThat(report.path("provider").stringValue()).isEqualTo("openai");
        assertThat(report.at("/models/0").stringValue()).isEqualTo(DemoModel.NAME);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return JsonMapper.shared()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }

    private static String encoded(String question) {
        return URLEncoder.encode(question, StandardCharsets.UTF_8);
    }
}
