package io.dateline.evaluation;

import io.dateline.inference.SpanReader;
import io.dateline.inference.SpanReader.AnswerSpan;
import io.dateline.inference.SpanReader.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Exact match and F1 of the reader on a set in the form of SQuAD 2.0, without titles, at the margin that is best for F1, as SQuAD's own
 * evaluation finds its threshold. Arguments: the set, {@code .json} or {@code .json.gz}, and perhaps the folder of another reader.
 */
final class SquadBenchmark {

    private static final int PROGRESS = 200;

    private SquadBenchmark() {}

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.dateline.inference")
    @ConfigurationPropertiesScan("io.dateline.inference")
    static class Inference {}

    /**
     * A question that was read.
     *
     * @param margin of the best span over "the passage does not say"
     * @param exact 0 or 1, when the span is given; as {@code f1}, from 0 to 1
     */
    private record Outcome(boolean answerable, double margin, double exact, double f1) {

        /** Nothing is the right answer to a question without one. */
        double exactAt(double threshold) {
            return margin >= threshold ? exact : refused();
        }

        double f1At(double threshold) {
            return margin >= threshold ? f1 : refused();
        }

        private double refused() {
            return answerable ? 0 : 1;
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<String> settings = new ArrayList<>(List.of("--spring.main.banner-mode=off"));
        if (arguments.length > 1) {
            settings.add("--dateline.inference.reader=" + arguments[1]);
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Inference.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new))) {
            print(outcomes(read(Path.of(arguments[0])), context.getBean(SpanReader.class)));
        }
    }

    private static JsonNode read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            boolean packed = file.toString().endsWith(".gz");
            return JsonMapper.shared().readTree(packed ? new GZIPInputStream(in) : in);
        }
    }

    private static List<Outcome> outcomes(JsonNode set, SpanReader reader) {
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode article : set.path("data")) {
            for (JsonNode paragraph : article.path("paragraphs")) {
                Text text = new Text("", paragraph.path("context").asString());
                outcomes.addAll(paragraph
                        .path("qas")
                        .valueStream()
                        .parallel()
                        .map(asked -> outcome(asked, text, reader))
                        .toList());
                if (outcomes.size() % PROGRESS < paragraph.path("qas").size()) {
                    say("%,d questions", outcomes.size());
                }
            }
        }
        return outcomes;
    }

    private static Outcome outcome(JsonNode asked, Text text, SpanReader reader) {
        AnswerSpan span = reader.read(asked.path("question").asString(), List.of(text), 1)
                .getFirst()
                .getFirst();
        List<String> given = NormalForm.ofAnswer(text.passage().substring(span.start(), span.end()));
        List<List<String>> right = asked.path("answers")
                .valueStream()
                .map(answer -> NormalForm.ofAnswer(answer.path("text").asString()))
                .toList();
        return new Outcome(
                !right.isEmpty(),
                span.margin(),
                right.contains(given) ? 1 : 0,
                right.stream()
                        .mapToDouble(r -> AnswerFigures.f1(given, r))
                        .max()
                        .orElse(0));
    }

    private static void print(List<Outcome> outcomes) {
        double best = outcomes.stream()
                .map(Outcome::margin)
                .distinct()
                .max(Comparator.comparingDouble(threshold -> f1(outcomes, threshold)))
                .orElse(0.0);
        List<Outcome> answerable = outcomes.stream().filter(Outcome::answerable).toList();
        List<Outcome> unanswerable =
                outcomes.stream().filter(o -> !o.answerable()).toList();
        say(
                "%,d questions; at the best margin, %.2f: exact match %.1f, F1 %.1f",
                outcomes.size(), best, exact(outcomes, best), f1(outcomes, best));
        say(
                "  answerable: exact match %.1f, F1 %.1f; unanswerable refused: %.1f",
                exact(answerable, best), f1(answerable, best), f1(unanswerable, best));
        say(
                "  answerable, never refusing: exact match %.1f, F1 %.1f",
                exact(answerable, Double.NEGATIVE_INFINITY), f1(answerable, Double.NEGATIVE_INFINITY));
    }

    private static double exact(List<Outcome> outcomes, double threshold) {
        return 100
                * outcomes.stream()
                        .mapToDouble(o -> o.exactAt(threshold))
                        .average()
                        .orElse(0);
    }

    private static double f1(List<Outcome> outcomes, double threshold) {
        return 100
                * outcomes.stream()
                        .mapToDouble(o -> o.f1At(threshold))
                        .average()
                        .orElse(0);
    }

    @SuppressWarnings("SystemOut")
    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
