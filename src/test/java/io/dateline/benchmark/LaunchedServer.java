package io.dateline.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Dateline on the shipped article, started by its launcher in a folder of its own. */
final class LaunchedServer {

    private static final String INDEX = "--dateline.index.folder=";
    private static final String FIRST = "/api/answer?q=Where+did+the+talks+take+place%3F";

    private final HttpClient http;
    private final Path folder;
    private final int port;

    LaunchedServer(HttpClient http) throws IOException {
        this.http = http;
        this.folder = Files.createTempDirectory("dateline-benchmark");
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /**
     * Comes back with the first answer; the launcher may build the program before.
     *
     * @param settings may name another {@code --dateline.index.folder}
     */
    Process start(Duration patience, String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "./dateline",
                "serve",
                "--server.port=" + port,
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("conversations")));
        command.addAll(List.of(settings));
        // Spring would make a list of a setting that is there twice.
        if (command.stream().noneMatch(setting -> setting.startsWith(INDEX))) {
            command.add(INDEX + folder.resolve("index"));
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        HttpRequest first = HttpRequest.newBuilder(URI.create("http://localhost:" + port + FIRST))
                .build();
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                HttpResponse<String> response = http.send(first, BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return process;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
        process.destroy();
        throw new IOException("Dateline did not answer within " + patience + "; see " + folder.resolve("log"));
    }

    static void end(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
