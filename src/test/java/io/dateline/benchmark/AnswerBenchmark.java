package io.dateline.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person waits for: from the start of the process to the first answer, and from a question on the web socket to
 * {@code sources}, {@code fact} and {@code completed}. Starts Dateline several times, with the index of the first start; prints
 * medians. Without arguments it asks about the shipped article; with a file of questions it asks the first 500 of them, with
 * Dateline's settings as further arguments. The first 50 questions warm up.
 */
final class AnswerBenchmark {

    private static final int STARTS = 5;
    private static final int ROUNDS = 10;
    private static final int MOST = 500;
    private static final int WARM_UP = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BUILD = Duration.ofMinutes(5);
    private static final List<String> STAGES = List.of("sources", "fact", "completed");

    private AnswerBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> questions = args.length == 0 ? aboutTheArticle() : of(Path.of(args[0]));
        String[] settings = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        HttpClient http = HttpClient.newHttpClient();
        LaunchedServer server = new LaunchedServer(http);
        Samples starts = new Samples("process start to first answer");
        // The first start builds the index and is not counted.
        LaunchedServer.end(server.start(BUILD, settings));
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            Process process = server.start(PATIENCE, settings);
            starts.add(System.nanoTime() - begin);
            if (i == STARTS - 1) {
                try (Client client = new Client(http, server.port())) {
                    askAll(client, questions);
                }
                residentMemory(process);
            }
            LaunchedServer.end(process);
        }
        starts.print();
    }

    private static void askAll(Client client, List<String> questions) throws IOException, InterruptedException {
        List<Samples> samples = STAGES.stream()
                .map(stage -> new Samples("question to " + stage))
                .toList();
        for (int i = 0; i < questions.size(); i++) {
            boolean counts = i >= WARM_UP;
            long begin = System.nanoTime();
            client.ask(questions.get(i), (frame, at) -> {
                int stage = STAGES.indexOf(frame.path("type").asString());
                if (counts && stage >= 0) {
                    samples.get(stage).add(at - begin);
                }
            });
        }
        samples.forEach(Samples::print);
    }

    /** The 22 questions about the shipped article, again and again. */
    private static List<String> aboutTheArticle() throws IOException {
        try (InputStream lines =
                Objects.requireNonNull(AnswerBenchmark.class.getResourceAsStream("/questions/seed-article.jsonl"))) {
            List<String> questions = new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .filter(row -> !row.get("kind").asString().matches("greeting|help"))
                    .map(AnswerBenchmark::text)
                    .toList();
            return Stream.generate(() -> questions)
                    .limit(ROUNDS)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static List<String> of(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(JsonMapper.shared()::readTree)
                    .limit(MOST)
                    .map(AnswerBenchmark::text)
                    .toList();
        }
    }

    private static String text(JsonNode row) {
        return row.get("question").asString();
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
