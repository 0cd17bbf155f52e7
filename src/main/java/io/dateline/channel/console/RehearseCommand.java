package io.dateline.channel.console;

import com.sun.net.httpserver.HttpServer;
import io.dateline.answering.Answer;
import io.dateline.answering.AnswerJson;
import io.dateline.answering.Question;
import io.dateline.index.Filter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Goes through what is done at every start and ends: what the JVM records into its ahead-of-time cache (JEP 514), so that the
 * classes of it are ready the next time. Either a server on an archive of one article and its first answer, or one question to
 * a server that is only pretended.
 */
@Command(name = "rehearse", hidden = true, description = "Goes through a start and an answer, for the JVM to record.")
final class RehearseCommand implements Callable<Integer> {

    private final Class<?> application;
    private final AnswerJson format =
            new AnswerJson(AnswerJson.configure(JsonMapper.builder()).build());

    @Option(names = "--ask", description = "Rehearse asking a running server, and not serving.")
    private boolean ask;

    @Parameters(paramLabel = "FOLDER", description = "An empty folder for what it writes.")
    private Path folder = Path.of("rehearsal");

    RehearseCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (ask) {
            ask();
        } else {
            serve();
        }
        return CommandLine.ExitCode.OK;
    }

    private void serve() throws IOException, InterruptedException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(articles.resolve("rehearsal.txt"), "A rehearsal\n\nAnn met Bob in Geneva on Monday.\n");
        try (ConfigurableApplicationContext server = SpringApplication.run(
                application,
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--dateline.access=none",
                "--dateline.corpus.folder=" + articles,
                "--dateline.index.folder=" + folder.resolve("index"),
                "--spring.datasource.url=jdbc:h2:mem:rehearsal")) {
            String port = server.getEnvironment().getRequiredProperty("local.server.port");
            Question question =
                    new Question(UUID.randomUUID().toString(), null, "Where did Ann meet Bob?", Filter.NONE);
            new RunningServer(URI.create("http://127.0.0.1:" + port), format).ask(question);
        }
    }

    private void ask() throws IOException {
        byte[] answer = format.write(new Answer(
                        Answer.Status.NOT_FOUND,
                        "Not in the archive.",
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        "reader",
                        Map.of("total", 1L),
                        null,
                        null))
                .getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            Commands.run(application, Map.of(), "ask", "--server=" + address, "Where did Ann meet Bob?");
        } finally {
            server.stop(0);
        }
    }
}
