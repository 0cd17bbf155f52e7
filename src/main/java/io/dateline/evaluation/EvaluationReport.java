package io.dateline.evaluation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an evaluation found, to be written as JSON or Markdown.
 *
 * @param articles how many were searched
 * @param part {@code tune}, {@code report} or {@code all}
 */
record EvaluationReport(int articles, int passages, int vectors, String part, int questions, List<Run> runs) {

    String markdown() {
        Set<String> figures = names();
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                Locale.ROOT,
                "%,d articles, %,d passages, %,d vectors; %,d questions (%s)%n%n",
                articles,
                passages,
                vectors,
                questions,
                part));
        table.append(row("", figures.stream().toList()));
        table.append(row("---", figures.stream().map(name -> "---:").toList()));
        for (Run run : runs) {
            table.append(row(
                    run.name(),
                    figures.stream()
                            .map(name -> run.figures().containsKey(name)
                                    ? String.format(
                                            Locale.ROOT, "%.3f", run.figures().get(name))
                                    : "")
                            .toList()));
        }
        table.append("\nMilliseconds:\n\n").append(row("", List.of("p50", "p95", "p99")));
        table.append(row("---", List.of("---:", "---:", "---:")));
        for (Run run : runs) {
            run.latencies()
                    .forEach((stage, times) -> table.append(row(
                            run.name() + ", " + stage,
                            times.values().stream()
                                    .map(ms -> String.format(Locale.ROOT, "%.1f", ms))
                                    .toList())));
        }
        return table.toString();
    }

    private Set<String> names() {
        return runs.stream()
                .flatMap(run -> run.figures().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String row(String first, List<String> cells) {
        return "| " + first + " | " + String.join(" | ", cells) + " |\n";
    }
}
