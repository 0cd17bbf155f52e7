package io.dateline.channel.console;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Goes through what is done at every start and ends: what the JVM records into its ahead-of-time cache (JEP 514), so that the
 * classes of it are ready the next time. Either a server on an archive of one article and its first answer, or one question to
 * a server that is only pretended.
 */
@Command(name = "rehearse", hidden = true, description = "Goes through a start and an answer, for the JVM to record.")
final class RehearseCommand implements Callable<Integer> {

    private final Class<?> application;

    @Parameters(index = "0", paramLabel = "PART", description = "serve or ask")
    private String part = "serve";

    @Parameters(index = "1", paramLabel = "FOLDER", description = "An empty folder for what it writes.")
    private Path folder = Path.of("rehearsal");

    RehearseCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        if (part.equals("ask")) {
            askNobody();
        } else {
            serve();
        }
        return CommandLine.ExitCode.OK;
    }

    private void serve() throws IOException {
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
            ask("http://127.0.0.1:" + port);
        }
    }

    private static void askNobody() throws IOException {
        byte[] answer = "Not in the archive.\n".getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Dateline-Status", "not_found");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            ask("http://127.0.0.1:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static void ask(String server) {
        QuickAsk.run("ask", "--server=" + server, "Where did Ann meet Bob?");
    }
}
