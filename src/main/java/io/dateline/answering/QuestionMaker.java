package io.dateline.answering;

import io.dateline.corpus.Article;
import io.dateline.corpus.Sentence;
import io.dateline.corpus.SentenceSplitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes questions out of an article's sentences: a name before a verb of the news becomes "What did … announce?". */
final class QuestionMaker {

    private static final Map<String, String> BASE_FORMS = Map.ofEntries(
            Map.entry("called for", "call for"),
            Map.entry("announced", "announce"),
            Map.entry("denied", "deny"),
            Map.entry("released", "release"),
            Map.entry("warned", "warn about"),
            Map.entry("approved", "approve"),
            Map.entry("rejected", "reject"),
            Map.entry("signed", "sign"),
            Map.entry("promised", "promise"),
            Map.entry("proposed", "propose"),
            Map.entry("won", "win"),
            Map.entry("suspended", "suspend"),
            Map.entry("banned", "ban"),
            Map.entry("launched", "launch"),
            Map.entry("ordered", "order"),
            Map.entry("welcomed", "welcome"),
            Map.entry("criticized", "criticize"),
            Map.entry("criticised", "criticise"),
            Map.entry("accused", "accuse others of"),
            Map.entry("backed", "back"),
            Map.entry("said", "say"));

    private static final Pattern AFTER_NAME = Pattern.compile("^ (?:also |later |has |strongly )?("
            + BASE_FORMS.keySet().stream().sorted().map(Pattern::quote).collect(Collectors.joining("|")) + ")\\b");

    private final SentenceSplitter splitter;

    QuestionMaker(SentenceSplitter splitter) {
        this.splitter = splitter;
    }

    /** Questions in the order of the sentences they come from, each once; the rarer verbs before "say". */
    List<String> from(Article article) {
        return from(article, 0);
    }

    /** The same, first those about what stands behind a place in the body, then those about what stands before it. */
    List<String> from(Article article, int place) {
        Set<String> questions = new LinkedHashSet<>();
        Set<String> sayings = new LinkedHashSet<>();
        List<Sentence> sentences = new ArrayList<>(splitter.split(article.body()));
        int behind = (int) sentences.stream().filter(s -> s.end() <= place).count();
        Collections.rotate(sentences, -behind);
        for (Sentence sentence : sentences) {
            for (Name name : Name.in(sentence.text())) {
                Matcher verb = AFTER_NAME.matcher(sentence.text().substring(name.end()));
                if (verb.find()) {
                    String question = "What did " + name.text() + " " + BASE_FORMS.get(verb.group(1)) + "?";
                    (verb.group(1).equals("said") ? sayings : questions).add(question);
                }
            }
        }
        List<String> ordered = new ArrayList<>(questions);
        ordered.addAll(sayings);
        return ordered;
    }
}
