package io.dateline.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How a language model's answers fared, as text. */
record ExamReport(String model, List<ExaminedAnswer> answers) {

    ExamReport {
        answers = List.copyOf(answers);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%s, %,d questions%n", model, answers.size()));
        outcomes().forEach((outcome, count) -> text.append(String.format(Locale.ROOT, "  %,5d %s%n", count, outcome)));
        text.append(statements("statements shown", true));
        text.append(statements("statements withdrawn with their answer", false));
        Latencies latencies = new Latencies();
        answers.forEach(answer -> latencies.add(answer.milliseconds()));
        text.append(String.format(Locale.ROOT, "milliseconds an answer: %s%n", latencies.values()));
        List<WrittenStatement> doubtful = doubtful();
        text.append(String.format(
                Locale.ROOT, "supported with a name or number that the cited sentences lack: %,d%n", doubtful.size()));
        doubtful.forEach(statement -> text.append("  ")
                .append(statement.lacking())
                .append(' ')
                .append(statement.text())
                .append('\n'));
        return text.toString();
    }

    /** Shown as supported, at the end or only while it was written, with a word that {@link WrittenStatement#lacking} finds. */
    List<WrittenStatement> doubtful() {
        return answers.stream()
                .flatMap(answer -> answer.statements().stream())
                .filter(statement ->
                        statement.isSupported() && !statement.lacking().isEmpty())
                .toList();
    }

    private Map<String, Long> outcomes() {
        return answers.stream()
                .collect(Collectors.groupingBy(ExaminedAnswer::outcome, TreeMap::new, Collectors.counting()));
    }

    private String statements(String what, boolean shown) {
        List<WrittenStatement> statements = answers.stream()
                .filter(answer -> answer.isShown() == shown)
                .flatMap(answer -> answer.statements().stream())
                .toList();
        long supported =
                statements.stream().filter(WrittenStatement::isSupported).count();
        return String.format(
                Locale.ROOT,
                "%s: %,d, supported %,d, unsupported %,d%n",
                what,
                statements.size(),
                supported,
                statements.size() - supported);
    }
}
