package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well {@link StatementCheck} tells supported claims from others on WiCE (Kamoi et al. 2023), each with the five sentences of its
 * evidence that share most words with it as what it cites, and how long a check takes. Claims that are supported in part count as
 * unsupported. Arguments: the development half, which thresholds are chosen on, and the test half, as {@code .jsonl.gz}.
 */
final class VerificationBenchmark {

    private static final int CITED = 5;

    private VerificationBenchmark() {}

    /** @param complete every name, number and date of the claim stands in what it cites */
    private record Judged(boolean supported, boolean complete, double support) {}

    private record Counts(int right, int said, int there, int all, int agreed) {

        double f1() {
            return said + there == 0 ? 0 : 2.0 * right / (said + there);
        }

        double accuracy() {
            return (double) agreed / all;
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Double> times = new ArrayList<>();
        List<Judged> tune = judged(Path.of(arguments[0]), times);
        List<Judged> report = judged(Path.of(arguments[1]), times);
        for (boolean strictly : List.of(false, true)) {
            double best = IntStream.rangeClosed(0, 100)
                    .mapToObj(i -> i / 100.0)
                    .max(Comparator.comparingDouble(
                            t -> counts(tune, t, strictly).f1()))
                    .orElse(0.0);
            String how = strictly ? "words, names, numbers and dates" : "words alone";
            print("development half, " + how, tune, best, strictly);
            print("test half, " + how, report, best, strictly);
        }
        print("test half, as shipped", report, StatementCheck.SUPPORTED_FROM, true);
        long there = report.stream().filter(Judged::supported).count();
        say(
                "nothing supported, the majority: accuracy %.3f, F1 0; everything supported: F1 %.3f",
                1 - (double) there / report.size(), 2.0 * there / (there + report.size()));
        times.sort(null);
        say("a check takes p50 %.2f ms, p95 %.2f ms", times.get(times.size() / 2), times.get(times.size() * 95 / 100));
    }

    private static List<Judged> judged(Path file, List<Double> times) throws IOException {
        List<Judged> judged = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
            for (JsonNode row : lines.lines().map(JsonMapper.shared()::readTree).toList()) {
                String claim = row.get("claim").asString();
                List<Sentence> sentences = new ArrayList<>();
                for (JsonNode sentence : row.get("evidence")) {
                    String text = sentence.asString().strip();
                    if (!text.isEmpty()) {
                        sentences.add(new Sentence(0, text.length(), text));
                    }
                }
                Evidence evidence = new Evidence("a", "", null, null, null, 0, "", sentences, 0);
                List<Finding> cited =
                        WordCoverage.of(QuestionAnalysis.of(claim), List.of(evidence)).best(CITED).stream()
                                .map(c -> new Finding(evidence, c.sentence(), null, 0))
                                .toList();
                long began = System.nanoTime();
                boolean complete =
                        StatementCheck.missing(claim, cited, Set.of()).isEmpty();
                double support = StatementCheck.support(claim, cited);
                times.add((System.nanoTime() - began) / 1e6);
                judged.add(new Judged(row.get("label").asString().equals("supported"), complete, support));
            }
        }
        return judged;
    }

    private static Counts counts(List<Judged> judged, double threshold, boolean strictly) {
        int right = 0;
        int said = 0;
        int there = 0;
        int agreed = 0;
        for (Judged claim : judged) {
            boolean says = claim.support() >= threshold && (claim.complete() || !strictly);
            right += says && claim.supported() ? 1 : 0;
            said += says ? 1 : 0;
            there += claim.supported() ? 1 : 0;
            agreed += says == claim.supported() ? 1 : 0;
        }
        return new Counts(right, said, there, judged.size(), agreed);
    }

    private static void print(String name, List<Judged> judged, double threshold, boolean strictly) {
        Counts counts = counts(judged, threshold, strictly);
        say(
                "%s (threshold %.2f): F1 %.3f, precision %.3f, recall %.3f, accuracy %.3f of %d claims",
                name,
                threshold,
                counts.f1(),
                (double) counts.right() / Math.max(1, counts.said()),
                (double) counts.right() / Math.max(1, counts.there()),
                counts.accuracy(),
                counts.all());
    }

    @SuppressWarnings("SystemOut")
    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
