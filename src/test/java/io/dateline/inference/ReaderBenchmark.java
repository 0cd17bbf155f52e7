package io.dateline.inference;

import io.dateline.inference.SpanReader.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * How long the reader takes to load and to read twelve passages of 120 words of the shipped article, on a thread a core, and how much
 * memory the process has more of afterwards; medians and 95th percentiles.
 */
final class ReaderBenchmark {

    private static final int LOADS = 5;
    private static final int ROUNDS = 60;
    private static final int WARM_UPS = 10;
    private static final int PASSAGES = 12;
    private static final int WORDS = 120;
    private static final List<String> QUESTIONS = List.of(
            "Who cautiously welcomed the plan?",
            "When did the talks take place in Beijing?",
            "How much are the agreements worth?",
            "What did the presidents call for?");

    private ReaderBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<Text> passages = passages();
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            long before = residentKilobytes();
            List<Long> loads = new ArrayList<>();
            OnnxSpanReader reader = loaded(threads, loads);
            List<Long> readings = new ArrayList<>();
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                long began = System.nanoTime();
                reader.read(QUESTIONS.get(round % QUESTIONS.size()), passages, 3);
                if (round >= WARM_UPS) {
                    readings.add(System.nanoTime() - began);
                }
            }
            say("%d passages of %d words on %d threads: %s", PASSAGES, WORDS, cores, percentiles(readings));
            say("resident memory: %d MB more", (residentKilobytes() - before) / 1024);
            for (int i = 1; i < LOADS; i++) {
                loaded(threads, loads);
            }
            say("loading: %d ms in a new process, %s", loads.getFirst() / 1_000_000, percentiles(loads));
        }
    }

    private static OnnxSpanReader loaded(ExecutorService threads, List<Long> times) {
        long began = System.nanoTime();
        OnnxSpanReader reader = new OnnxSpanReader(new ReaderFiles(null), threads);
        reader.loaded().join();
        times.add(System.nanoTime() - began);
        return reader;
    }

    /** Twelve windows over the words of the shipped article, which begin at different words. */
    private static List<Text> passages() throws IOException {
        List<String> words;
        try (var files = Files.list(Path.of("data", "articles"))) {
            Path article = files.sorted().findFirst().orElseThrow();
            words = Arrays.asList(Files.readString(article).strip().split("\\s+"));
        }
        return IntStream.range(0, PASSAGES)
                .mapToObj(i -> i * (words.size() - WORDS) / (PASSAGES - 1))
                .map(from -> new Text(
                        "Chinese and Belarusian presidents call for peace",
                        String.join(" ", words.subList(from, from + WORDS))))
                .toList();
    }

    /** On Linux; 0 elsewhere. */
    private static long residentKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                .sum();
    }

    private static String percentiles(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %d ms, p95 %d ms",
                sorted.get(sorted.size() / 2) / 1_000_000,
                sorted.get((int) (sorted.size() * 0.95)) / 1_000_000);
    }

    @SuppressWarnings("SystemOut")
    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
