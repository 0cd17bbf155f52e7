package io.dateline.answering;

import java.util.List;
import java.util.stream.Collectors;

/** The words for "not in the archive", with the reason where one is known. */
final class Refusal {

    private Refusal() {}

    static String of(QuestionAnalysis question, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return "Not in the archive: no article has words like these.";
        }
        List<Term> known = evidence.stream()
                .flatMap(e -> Term.of(e.title() + "\n" + e.text()).stream())
                .toList();
        String unknown = question.names().stream()
                .filter(name -> Term.of(name.text()).stream()
                        .anyMatch(part -> known.stream().noneMatch(part::resembles)))
                .map(name -> "“" + Markdown.escape(name.text()) + "”")
                .distinct()
                .collect(Collectors.joining(" or "));
        return unknown.isEmpty()
                ? "Not in the archive: the nearest articles do not say."
                : "Not in the archive: the nearest articles do not mention " + unknown + ".";
    }
}
