package io.dateline.answering;

import io.dateline.corpus.Article;
import io.dateline.corpus.Sentence;
import io.dateline.corpus.SentenceSplitter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes questions out of an article's sentences: a name before a verb of the news becomes "What did … announce?". */
final class QuestionMaker {

    private static final String SAY = "say";

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
            Map.entry("condemned", "condemn"),
            Map.entry("demanded", "demand"),
            Map.entry("unveiled", "unveil"),
            Map.entry("confirmed", "confirm"),
            Map.entry("agreed to", "agree to"),
            Map.entry("added", SAY),
            Map.entry("said", SAY));

    private static final Pattern AFTER_NAME = Pattern.compile("^ (?:also |later |has |strongly )?("
            + BASE_FORMS.keySet().stream().sorted().map(Pattern::quote).collect(Collectors.joining("|")) + ")\\b");

    /** "the meeting", "the joint statement": what a statement is about, where a verb, a preposition or the end follows. */
    private static final Pattern THING = Pattern.compile(
            "\\bthe (?:\\p{Ll}{4,} )?(?!(?:year|month|week|time|past|future|beginning|rest|same|first|last|next)\\b)\\p{Ll}{4,}(?<!ly)(?=[,.;:”\"]|$"
                    + "| (?:is|are|was|were|has|had|have|will|would|could|should|must|in|on|at|of|with|by|for|from|to|and|but|that|which|who)\\b)");

    private static final Pattern ARTICLE_BEFORE = Pattern.compile("(?:^|\\W)the $", Pattern.CASE_INSENSITIVE);

    private final SentenceSplitter splitter;

    QuestionMaker(SentenceSplitter splitter) {
        this.splitter = splitter;
    }

    /** Questions in the order of the sentences they come from, each once; the rarer verbs before "say". */
    List<String> from(Article article) {
        return from(article, List.of());
    }

    /**
     * The same, first those about what stands behind the first of the quotations, then those about what stands before it; none about
     * what is quoted.
     */
    List<String> from(Article article, List<Citation> quoted) {
        int place = quoted.isEmpty() ? 0 : quoted.getFirst().end();
        Set<String> questions = new LinkedHashSet<>();
        Set<String> sayings = new LinkedHashSet<>();
        List<Sentence> sentences = new ArrayList<>(splitter.split(article.body()));
        int before = (int) sentences.stream().filter(s -> s.end() <= place).count();
        Collections.rotate(sentences, -before);
        sentences.removeIf(s -> quoted.stream().anyMatch(c -> s.start() < c.end() && c.start() < s.end()));
        for (Sentence sentence : sentences) {
            for (Name name : Name.in(sentence.text())) {
                String behind = sentence.text().substring(name.end());
                Matcher verb = AFTER_NAME.matcher(behind);
                if (verb.find()) {
                    String base = BASE_FORMS.get(verb.group(1));
                    boolean says = SAY.equals(base);
                    String about = says ? topic(behind.substring(verb.end()), name) : "";
                    String who = withArticle(name, sentence.text());
                    (says ? sayings : questions).add("What did " + who + " " + base + about + "?");
                }
            }
        }
        List<String> ordered = new ArrayList<>(questions);
        ordered.addAll(sayings);
        return ordered;
    }

    private static String withArticle(Name name, String sentence) {
        boolean hasArticle =
                ARTICLE_BEFORE.matcher(sentence.substring(0, name.start())).find();
        return hasArticle ? "the " + name.text() : name.text();
    }

    /** " about " and the first name or thing of what is said; empty where there is none. */
    private static String topic(String statement, Name speaker) {
        Optional<Name> name = Name.in(statement).stream()
                .filter(n ->
                        !n.text().contains(speaker.text()) && !speaker.text().contains(n.text()))
                .findFirst();
        Matcher thing = THING.matcher(statement);
        boolean hasThing = thing.find();
        if (name.isPresent() && (!hasThing || name.get().start() < thing.start())) {
            return " about " + withArticle(name.get(), statement);
        }
        return hasThing ? " about " + thing.group() : "";
    }
}
