package io.dateline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.dateline.DatelineApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExamineCommandIT {

    private static final String QUESTION =
            "{\"question\": \"Which news agency reported the joint statement?\", \"askedOn\": \"2023-03-04\"}\n";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private volatile String says = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!asked.contains("\"scripted\"")) {
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
                return;
            }
            String delta = JsonMapper.shared().writeValueAsString(says);
            byte[] body = ("data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":" + delta + "}}]}\n\n"
                            + "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                            + "data: [DONE]\n\n")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int examine(String... more) throws IOException {
        Path questions = Files.writeString(folder.resolve("questions.jsonl"), QUESTION);
        List<String> arguments = new ArrayList<>(List.of(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                "scripted",
                "data/articles",
                questions.toString(),
                "--index",
                folder.resolve("index").toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new ExamineCommand(DatelineApplication.class))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void countsWhatWasShownAsSupportedAndWhatWasNot() throws IOException {
        says =
                "The joint statement was reported by the Belarusian state news agency Belta [1]. Elvis Presley sang. [1]";
        Path json = folder.resolve("answers.jsonl");
        assertThat(examine("--json", json.toString())).as(err.toString()).isZero();
        JsonNode answer = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(answer.path("statements").size()).as(out.toString()).isEqualTo(2);
        assertThat(answer.path("statements").get(1).path("isSupported").asBoolean())
                .isFalse();
        assertThat(out.toString())
                .contains("scripted, 1 questions")
                .contains("statements shown: 2, supported 1, unsupported 1");
    }

    @Test
    void stopsAnAnswerAsksForTwoPeopleAndForAModelThatIsNotThere() throws IOException {
        says = "The joint statement was reported by the Belarusian state news agency Belta [1].";
        assertThat(examine("--provider", "openai")).as(err.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("first words of the next answer came \\d+ ms later, on an idle server \\d+ ms")
                .contains("two at once: answered by scripted, answered by scripted")
                .contains("a wrong model name: The language model's server has no model of this name");
    }

    @Test
    void countsAnAnswerThatInventsAsReplacedByQuoting() throws IOException {
        says = "Elvis Presley reported it. [1] He lives in Graceland. [1]";
        assertThat(examine()).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("1 quoted: Most of what the language model wrote")
                .contains("statements shown: 0,")
                .contains("statements withdrawn with their answer: 2, supported 0, unsupported 2");
    }

    @Test
    void saysWhichFileIsMissing() {
        int exit = new CommandLine(new ExamineCommand(DatelineApplication.class))
                .setErr(new PrintWriter(err))
                .execute("http://127.0.0.1:9/v1", "none", folder.toString(), "none.jsonl");
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("there is no none.jsonl");
    }
}
