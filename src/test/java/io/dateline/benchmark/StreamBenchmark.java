package io.dateline.benchmark;

import io.dateline.channel.demo.DemoModel;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What Dateline adds to a language model that writes 50 tokens a second: from the model's first word to the first word on the web
 * socket, one question after the other; then fifty questions at once, whose answers are compared with what the model wrote. The
 * model is a script in this process that repeats the evidence.
 */
final class StreamBenchmark {

    private static final Duration PACE = Duration.ofMillis(20);
    private static final Duration BUILD = Duration.ofMinutes(5);
    private static final int ONE_BY_ONE = 30;
    private static final int WARM_UP = 10;
    private static final int AT_ONCE = 50;
    private static final int STATEMENTS = 5;

    private static final Pattern EVIDENCE = Pattern.compile("(?m)^\\[(\\d+)] \\([^)]*\\) (.+)$");
    private static final Pattern QUESTION = Pattern.compile("(?m)^Question: (.+)$");

    /** By question: when the model began to write. */
    private final Map<String, Long> began = new ConcurrentHashMap<>();

    /** By question: what the model wrote, without its markers. */
    private final Map<String, String> wrote = new ConcurrentHashMap<>();

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        new StreamBenchmark().run();
    }

    private void run() throws IOException, InterruptedException, ExecutionException {
        HttpClient http = HttpClient.newHttpClient();
        LaunchedServer server = new LaunchedServer(http);
        try (DemoModel model = new DemoModel(0, this::write, PACE)) {
            model.start();
            Process process = server.start(
                    BUILD,
                    "--dateline.model.base-url=" + model.address(),
                    "--dateline.model.name=" + DemoModel.NAME,
                    "--dateline.answering.model-questions-per-minute=1000");
            oneByOne(http, server.port());
            atOnce(http, server.port());
            LaunchedServer.end(process);
        }
    }

    private String write(String prompt) {
        String statements = EVIDENCE.matcher(prompt)
                .results()
                .limit(STATEMENTS)
                .map(line -> line.group(2) + " [" + line.group(1) + "]")
                .collect(Collectors.joining(" "));
        String question = QUESTION.matcher(prompt)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        wrote.put(question, plain(statements));
        began.put(question, System.nanoTime());
        return statements;
    }

    private void oneByOne(HttpClient http, int port) throws IOException, InterruptedException {
        Samples first = new Samples("model's first word to the page's");
        try (Client client = new Client(http, port)) {
            for (int i = 0; i < WARM_UP + ONE_BY_ONE; i++) {
                long[] shown = new long[1];
                String question = question(i);
                client.ask(question, (frame, at) -> {
                    if (frame.path("type").asString().equals("text") && shown[0] == 0) {
                        shown[0] = at;
                    }
                });
                if (i >= WARM_UP) {
                    first.add(shown[0] - began.get("Question: " + question));
                }
            }
        }
        first.print();
    }

    private void atOnce(HttpClient http, int port) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        Samples ends = new Samples("model's first word to completed");
        List<Future<Boolean>> whole = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                String question = question(1_000 + i);
                whole.add(people.submit(() -> {
                    try (Client client = new Client(http, port)) {
                        StringBuilder streamed = new StringBuilder();
                        JsonNode end = client.ask(
                                question,
                                (frame, at) ->
                                        streamed.append(frame.path("delta").asString("")));
                        ends.add(System.nanoTime() - began.get("Question: " + question));
                        String written = wrote.get("Question: " + question);
                        return plain(end.path("text").asString()).equals(written)
                                && plain(streamed.toString()).equals(written);
                    }
                }));
            }
        }
        int lost = 0;
        for (Future<Boolean> one : whole) {
            lost += one.get() ? 0 : 1;
        }
        ends.print();
        Console.print(String.format(
                Locale.ROOT,
                "%d streams at once in %.1f s: %d lost something",
                AT_ONCE,
                (System.nanoTime() - begin) / 1e9,
                lost));
    }

    private static String question(int number) {
        return "What did Lukashenko and Xi say about Ukraine in talk " + number + "?";
    }

    /** Markers are numbered anew, and what could act as Markdown is escaped. */
    private static String plain(String text) {
        return text.replaceAll("\\s*\\[\\d+]", "")
                .replace("\\", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
