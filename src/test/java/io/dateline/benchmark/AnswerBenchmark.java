package io.dateline.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person waits for on the shipped article: from the start of the process to the first answer, and from a question on the
 * web socket to {@code sources}, {@code fact} and {@code completed}. Starts Dateline several times, with the index of the first
 * start; prints medians.
 */
final class AnswerBenchmark {

    private static final int STARTS = 5;
    private static final int ROUNDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BUILD = Duration.ofMinutes(5);
    private static final List<String> STAGES = List.of("sources", "fact", "completed");

    private AnswerBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        LaunchedServer server = new LaunchedServer(http);
        Samples starts = new Samples("process start to first answer");
        // The first start builds the index and is not counted.
        LaunchedServer.end(server.start(BUILD));
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            Process process = server.start(PATIENCE);
            starts.add(System.nanoTime() - begin);
            if (i == STARTS - 1) {
                try (Client client = new Client(http, server.port())) {
                    askAll(client);
                }
                residentMemory(process);
            }
            LaunchedServer.end(process);
        }
        starts.print();
    }

    private static void askAll(Client client) throws IOException, InterruptedException {
        List<Samples> samples = STAGES.stream()
                .map(stage -> new Samples("question to " + stage))
                .toList();
        List<String> questions = questions();
        for (int round = 0; round <= ROUNDS; round++) {
            // The first round warms up.
            boolean counts = round > 0;
            for (String question : questions) {
                long begin = System.nanoTime();
                client.ask(question, (frame, at) -> {
                    int stage = STAGES.indexOf(frame.path("type").asString());
                    if (counts && stage >= 0) {
                        samples.get(stage).add(at - begin);
                    }
                });
            }
        }
        samples.forEach(Samples::print);
    }

    private static List<String> questions() throws IOException {
        try (InputStream lines =
                Objects.requireNonNull(AnswerBenchmark.class.getResourceAsStream("/questions/seed-article.jsonl"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .filter(row -> !row.get("kind").asString().matches("greeting|help"))
                    .map(row -> row.get("question").asString())
                    .toList();
        }
    }

    /** On Linux; other systems say nothing. */
    private static void residentMemory(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS") || line.startsWith("VmHWM")) {
                    Console.print(line.replaceAll("\\s+", " "));
                }
            }
        }
    }
}
