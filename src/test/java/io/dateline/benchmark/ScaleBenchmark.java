package io.dateline.benchmark;

import io.dateline.evaluation.LineChart;
import io.dateline.evaluation.LineChart.Axis;
import io.dateline.evaluation.LineChart.Line;
import io.dateline.evaluation.LineChart.Point;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import io.dateline.retrieval.Retriever;
import io.dateline.retrieval.SearchQuery;
import io.dateline.retrieval.Stage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How searching by words, with dates and copies looked at, and reading articles hold up at 10,000, 100,000 and 1,000,000 passages.
 * Where the articles do not suffice, more are made by mixing the sentences of two. Arguments: articles as {@code .jsonl.gz},
 * questions as {@code .jsonl}, a folder for scratch files, and the picture to write as SVG.
 */
final class ScaleBenchmark {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

    /** Of the passages that Dateline cuts; how many come of it is printed. */
    private static final int WORDS_OF_A_PASSAGE = 121;

    private static final int WARM_UPS = 300;
    private static final int QUESTIONS = 1_000;
    private static final int HITS = 100;
    private static final int MEGABYTE = 1 << 20;

    private final List<ObjectNode> articles;
    private final List<String> questions;
    private final Path scratch;

    private ScaleBenchmark(List<ObjectNode> articles, List<String> questions, Path scratch) {
        this.articles = articles;
        this.questions = questions;
        this.scratch = scratch;
    }

    private record Measured(int passages, double p50, double p99, double rate, long indexBytes, long heapBytes) {}

    public static void main(String[] arguments) throws IOException {
        Path scratch = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[2])), "scale");
        try {
            ScaleBenchmark benchmark =
                    new ScaleBenchmark(articles(Path.of(arguments[0])), questions(Path.of(arguments[1])), scratch);
            List<Measured> measured = new ArrayList<>();
            for (int size : SIZES) {
                measured.add(benchmark.measure(size));
                print(measured.getLast());
            }
            Files.writeString(Path.of(arguments[3]), chart(measured).svg());
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static List<ObjectNode> articles(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> (ObjectNode) JsonMapper.shared().readTree(line))
                    .toList();
        }
    }

    private static List<String> questions(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> JsonMapper.shared().readTree(line))
                    .map(row -> row.get("question").asString())
                    .limit(QUESTIONS)
                    .toList();
        }
    }

    private Measured measure(int size) throws IOException {
        Path folder = Files.createDirectory(scratch.resolve("articles-" + size));
        write(folder.resolve("articles.jsonl"), size);
        Path index = scratch.resolve("index-" + size);
        long began = System.nanoTime();
        try (ConfigurableApplicationContext modules = RetrievalModules.start(folder, index)) {
            ArticleIndex.Size read = RetrievalModules.awaitWords(modules);
            double seconds = (System.nanoTime() - began) / 1e9;
            double[] ms = searched(modules.getBean(Retriever.class));
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return new Measured(
                    read.passages(),
                    ms[ms.length / 2],
                    ms[ms.length * 99 / 100],
                    read.passages() / seconds,
                    bytes(index),
                    runtime.totalMemory() - runtime.freeMemory());
        }
    }

    private void write(Path file, int passages) throws IOException {
        long words = (long) passages * WORDS_OF_A_PASSAGE;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; words > 0; i++) {
                ObjectNode article = article(i);
                words -= article.get("text").asString().split("\\s+").length;
                out.write(JsonMapper.shared().writeValueAsString(article));
                out.newLine();
            }
        }
    }

    /** The articles as they are; after the last, each once more with every other sentence taken from another one. */
    private ObjectNode article(int number) {
        ObjectNode article = articles.get(number % articles.size());
        int round = number / articles.size();
        if (round == 0) {
            return article;
        }
        JsonNode other = articles.get((int) ((number * 7_919L + round) % articles.size()));
        String[] sentences = sentences(article);
        String[] others = sentences(other);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences.length; i++) {
            text.append((i + round) % 2 == 0 || i >= others.length ? sentences[i] : others[i])
                    .append(i % 4 == 3 ? "\n\n" : " ");
        }
        return article.deepCopy()
                .put("id", article.get("id").asString() + "-" + round)
                .put("url", article.path("url").asString("") + "?" + round)
                .put("text", text.toString());
    }

    private static String[] sentences(JsonNode article) {
        return article.get("text").asString().split("(?<=[.!?])\\s+");
    }

    private double[] searched(Retriever retriever) {
        for (int i = 0; i < WARM_UPS; i++) {
            search(retriever, questions.get(i));
        }
        double[] ms = new double[questions.size()];
        for (int i = 0; i < ms.length; i++) {
            long began = System.nanoTime();
            search(retriever, questions.get(i));
            ms[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(ms);
        return ms;
    }

    private static void search(Retriever retriever, String question) {
        if (retriever
                .retrieve(new SearchQuery(question, Filter.NONE, Set.of(Stage.MEANING, Stage.READER)), HITS)
                .isEmpty()) {
            throw new IllegalStateException("nothing found for: " + question);
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @SuppressWarnings("SystemOut")
    private static void print(Measured at) {
        System.out.printf(
                Locale.ROOT,
                "%,9d passages: search p50 %.1f ms, p99 %.1f ms; read %,.0f passages/s; index %,d MB; heap %,d MB%n",
                at.passages(),
                at.p50(),
                at.p99(),
                at.rate(),
                at.indexBytes() / MEGABYTE,
                at.heapBytes() / MEGABYTE);
    }

    private static LineChart chart(List<Measured> measured) {
        return new LineChart(
                "Searching by words as the archive grows",
                new Axis("passages", List.of(10_000.0, 100_000.0, 1_000_000.0), "%,.0f", true),
                new Axis("milliseconds", List.of(1.0, 3.0, 10.0, 30.0, 100.0), "%.0f", true),
                List.of(
                        line("99 of 100 are faster", measured, Measured::p99),
                        line("median", measured, Measured::p50)));
    }

    private static Line line(String name, List<Measured> measured, ToDoubleFunction<Measured> value) {
        return new Line(
                name,
                measured.stream()
                        .map(at -> new Point(at.passages(), value.applyAsDouble(at)))
                        .toList());
    }
}
