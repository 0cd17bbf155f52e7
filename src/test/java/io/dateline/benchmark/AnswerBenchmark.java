package io.dateline.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person waits for on the shipped article: from the start of the process to the first answer, and from a question on the
 * web socket to {@code sources}, {@code fact} and {@code completed}. Starts Dateline by its launcher, several times, with the index
 * of the first start, which may build the program before; prints medians.
 */
final class AnswerBenchmark {

    private static final int STARTS = 5;
    private static final int ROUNDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BUILD = Duration.ofMinutes(5);
    private static final List<String> STAGES = List.of("sources", "fact", "completed");

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final int port;

    private AnswerBenchmark(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("dateline-benchmark");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        new AnswerBenchmark(folder, port).run();
    }

    private void run() throws IOException, InterruptedException {
        Samples starts = new Samples("process start to first answer");
        // The first start builds the index and is not counted.
        end(startToFirstAnswer(BUILD));
        for (int i = 0; i < STARTS; i++) {
            long begin = System.nanoTime();
            Process process = startToFirstAnswer(PATIENCE);
            starts.add(System.nanoTime() - begin);
            if (i == STARTS - 1) {
                askAll(process);
            }
            end(process);
        }
        starts.print();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private Process startToFirstAnswer(Duration patience) throws IOException, InterruptedException {
        List<String> command = List.of(
                "./dateline",
                "serve",
                "--server.port=" + port,
                "--dateline.index.folder=" + folder.resolve("index"),
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("conversations"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        URI first = uri("http", "/api/answer?q=" + encoded("Where did the talks take place?"));
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                HttpResponse<String> response =
                        client.send(HttpRequest.newBuilder(first).build(), BodyHandlers.ofString());
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

    private void askAll(Process process) throws IOException, InterruptedException {
        List<Samples> samples = STAGES.stream()
                .map(stage -> new Samples("question to " + stage))
                .toList();
        BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
        WebSocket socket = client.newWebSocketBuilder()
                .subprotocols("dateline.v1")
                .header("Origin", "http://localhost:" + port)
                .buildAsync(uri("ws", "/ws/chat"), new Frames(json, frames))
                .join();
        List<String> questions = questions();
        for (int round = 0; round <= ROUNDS; round++) {
            for (String question : questions) {
                String id = UUID.randomUUID().toString();
                long begin = System.nanoTime();
                socket.sendText(
                                json.writeValueAsString(json.createObjectNode()
                                        .put("type", "ask")
                                        .put("id", id)
                                        .put("question", question)),
                                true)
                        .join();
                String type = "";
                while (!type.equals("completed")) {
                    JsonNode frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                    if (frame == null || frame.path("type").asString().equals("failed")) {
                        throw new IOException("no answer to “" + question + "”: " + frame);
                    }
                    type = frame.path("type").asString();
                    // The first round warms up.
                    if (round > 0 && STAGES.contains(type)) {
                        samples.get(STAGES.indexOf(type)).add(System.nanoTime() - begin);
                    }
                }
            }
        }
        samples.forEach(Samples::print);
        residentMemory(process);
        socket.abort();
    }

    private List<String> questions() throws IOException {
        try (InputStream lines =
                Objects.requireNonNull(AnswerBenchmark.class.getResourceAsStream("/questions/seed-article.jsonl"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(json::readTree)
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
                    print(line.replaceAll("\\s+", " "));
                }
            }
        }
    }

    private URI uri(String scheme, String path) {
        return URI.create(scheme + "://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.println(line);
    }

    private record Samples(String name, List<Long> nanos) {

        Samples(String name) {
            this(name, new ArrayList<>());
        }

        void add(long duration) {
            nanos.add(duration);
        }

        void print() {
            List<Long> sorted = nanos.stream().sorted().toList();
            AnswerBenchmark.print(String.format(
                    Locale.ROOT,
                    "%-32s median %7.1f ms  p95 %7.1f ms  max %7.1f ms  n %d",
                    name,
                    at(sorted, 0.5),
                    at(sorted, 0.95),
                    at(sorted, 1),
                    sorted.size()));
        }

        private static double at(List<Long> sorted, double share) {
            int index = (int) Math.ceil(share * sorted.size()) - 1;
            return sorted.get(Math.max(0, index)) / 1e6;
        }
    }

    /** Text frames, whole, as JSON. */
    private static final class Frames implements WebSocket.Listener {

        private final JsonMapper json;
        private final BlockingQueue<JsonNode> frames;
        private final StringBuilder partial = new StringBuilder();

        Frames(JsonMapper json, BlockingQueue<JsonNode> frames) {
            this.json = json;
            this.frames = frames;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                frames.add(json.readTree(partial.toString()));
                partial.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
