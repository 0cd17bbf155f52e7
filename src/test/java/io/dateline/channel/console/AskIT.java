package io.dateline.channel.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.Answer;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dateline ask}, run as a program of its own. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:ask-it;DB_CLOSE_DELAY=-1")
@Timeout(120)
class AskIT {

    private static final String SIGNED =
            "the treaty\n\nThey signed the treaty.\n\n[1] – 条約 🕊\n\n[1] A treaty, 2023-03-01 https://news.example.org/a-1\n";

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @TempDir
    private Path folder;

    private record Ended(int exit, String out, String err) {}

    @BeforeEach
    void script() {
        answerer.on(
                "Unknown?",
                (question, past, listener) -> new Answer(
                        Answer.Status.NOT_FOUND,
                        "Not in the archive.",
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        "reader",
                        Map.of("total", 1L),
                        null,
                        null));
        answerer.on("Broken?", (question, past, listener) -> {
            throw new IllegalStateException("broken");
        });
    }

    @Test
    void printsTheAnswerOfTheRunningServerWithoutLoadingMoreThanTheJdk() throws Exception {
        Path classes = folder.resolve("classes");
        Ended ended =
                ask(List.of("-Xlog:class+load:file=" + classes), Map.of(), "", server(), "What", "was", "signed?");

        assertThat(ended).isEqualTo(new Ended(0, SIGNED, ""));
        assertThat(Files.readString(classes))
                .contains(" " + QuickAsk.class.getName() + " ")
                .doesNotContain(" picocli.", " org.springframework.", " tools.jackson.");
    }

    @Test
    void readsTheQuestionFromStandardInputAndPrintsTheWholeAnswerAsJson() throws Exception {
        answerer.on(
                "What was on that day?",
                (question, past, listener) ->
                        ScriptedAnswerer.answer("As of " + question.filter().asOf()));
        Ended ended = ask(List.of(), Map.of(), "What was\non that day?\n", server(), "--json", "--as-of=2024-02-29");

        assertThat(ended.exit()).isZero();
        JsonNode answer = new JsonMapper().readTree(ended.out());
        assertThat(answer.at("/fact/text").stringValue()).isEqualTo("the treaty");
        assertThat(answer.at("/text").stringValue()).isEqualTo("As of 2024-02-29");
    }

    @Test
    void tellsByItsExitCodeWhatCameOfIt() throws Exception {
        assertThat(ask("Unknown?")).isEqualTo(new Ended(3, "Not in the archive.\n", ""));
        Ended broken = ask("Broken?");
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err())
                .startsWith("dateline: the server at http://")
                .contains("status 500: Something went wrong");
        Ended empty = ask(" ");
        assertThat(empty.exit()).isEqualTo(2);
        assertThat(empty.err()).isEqualTo("dateline: The question is empty.\n");
        Ended wrong = ask("--as-of", "yesterday", "Who?");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err())
                .contains("--as-of", "must be a date such as 2023-03-01, got: yesterday")
                .endsWith("Try: dateline ask --help\n");
    }

    @Test
    void coloursInATerminalUnlessThatIsUnwanted() throws Exception {
        List<String> terminal = List.of("-Ddateline.terminal=true");
        String coloured =
                ask(terminal, Map.of("TERM", "xterm"), "", server(), "Who?").out();
        assertThat(coloured).startsWith("\u001b[1mthe treaty\u001b[0m\n");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(SIGNED);

        assertThat(ask(terminal, Map.of("TERM", "xterm", "NO_COLOR", "1"), "", server(), "Who?")
                        .out())
                .isEqualTo(SIGNED);
        assertThat(ask(terminal, Map.of("TERM", "dumb"), "", server(), "Who?").out())
                .isEqualTo(SIGNED);
    }

    @Test
    void opensTheIndexItselfWhereNoServerRuns() throws Exception {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(
                articles.resolve("treaty.txt"), "A treaty\n\nAnn Lee signed the treaty in Geneva on Monday.\n");
        Map<String, String> settings = Map.of(
                "DATELINE_CORPUS_FOLDER", articles.toString(),
                "DATELINE_INDEX_FOLDER", folder.resolve("index").toString());

        Ended ended = ask(List.of(), settings, "", "--server=http://127.0.0.1:1", "Who signed the treaty?");
        assertThat(ended.out()).startsWith("Ann Lee\n\n").endsWith("[1] A treaty, undated\n");
        assertThat(ended.exit()).isZero();
    }

    private String server() {
        return "--server=http://127.0.0.1:" + port;
    }

    private Ended ask(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addFirst(server());
        return ask(List.of(), Map.of(), "", all.toArray(String[]::new));
    }

    private Ended ask(List<String> flags, Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(flags);
        command.addAll(List.of("-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("io.dateline.launch.Launch", "ask"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeAll(List.of("NO_COLOR", "TERM", "DATELINE_TOKEN"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, Files.readString(folder.resolve("err")));
    }
}
