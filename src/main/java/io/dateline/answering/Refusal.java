package io.dateline.answering;

import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words for "not in the archive", with the reason where one is known. */
final class Refusal {

    private Refusal() {}

    static String of(QuestionAnalysis question, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return "Not in the archive: no article has words like these.";
        }
        if (isInAnotherScript(question.text(), evidence)) {
            return "Not in the archive: the nearest articles are written in another script. Ask in the language of the articles.";
        }
        Mentions mentions = Mentions.in(evidence);
        String unknown = question.names().stream()
                .map(name -> unknown(name, mentions))
                .filter(words -> !words.isEmpty())
                .map(words -> "“" + Markdown.escape(words) + "”")
                .distinct()
                .collect(Collectors.joining(" or "));
        return unknown.isEmpty()
                ? "Not in the archive: the nearest articles do not say."
                : "Not in the archive: the nearest articles do not mention " + unknown + ".";
    }

    /** The name from its first to its last unknown word; empty where all of it is known. */
    private static String unknown(Name name, Mentions mentions) {
        List<Term> parts = Term.of(name.text()).stream()
                .filter(part -> !mentions.has(part))
                .toList();
        return parts.isEmpty()
                ? ""
                : name.text()
                        .substring(parts.getFirst().start(), parts.getLast().end());
    }

    private static boolean isInAnotherScript(String question, List<Evidence> evidence) {
        Set<UnicodeScript> asked = scripts(question);
        return !asked.isEmpty() && evidence.stream().allMatch(e -> Collections.disjoint(asked, scripts(e.text())));
    }

    private static Set<UnicodeScript> scripts(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(UnicodeScript::of)
                .collect(Collectors.toSet());
    }
}
