package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers who somebody is by what articles say of them in passing, and what something is by the sentences that say it; leaves all other
 * questions, and things that no sentence explains, to another reader.
 */
final class DescribingReader implements AnswerReader {

    /** Above every threshold, for the words stand there; below what the trained reader is sure of, for others may say it better. */
    private static final double SAYS_SO = 0.6;

    private final AnswerReader others;

    DescribingReader(AnswerReader others) {
        this.others = others;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        Optional<WhoSomebodyIs> person = WhoSomebodyIs.askedBy(question);
        List<Evidence> naming = person.map(asked -> naming(asked, evidence)).orElse(List.of());
        if (!naming.isEmpty()) {
            return described(person.orElseThrow(), naming);
        }
        List<Finding> explained = WhatSomethingIs.askedBy(question)
                .map(thing -> explained(thing, evidence))
                .orElse(List.of());
        return explained.isEmpty() ? others.read(question, evidence) : new Reading(explained, SAYS_SO);
    }

    private static List<Finding> explained(WhatSomethingIs thing, List<Evidence> evidence) {
        Set<Finding> findings = new LinkedHashSet<>(whole(evidence, thing::isDefinedBy));
        findings.addAll(whole(evidence, thing::isExplainedIn));
        return List.copyOf(findings);
    }

    private static List<Finding> whole(List<Evidence> evidence, Predicate<String> wanted) {
        return findings(
                evidence,
                (passage, sentence) -> wanted.test(sentence.text())
                        ? Stream.of(new Finding(passage, sentence, null, SAYS_SO))
                        : Stream.empty());
    }

    /** All passages of articles that name the person in one of them. */
    private static List<Evidence> naming(WhoSomebodyIs person, List<Evidence> evidence) {
        Set<String> articles = evidence.stream()
                .filter(passage -> person.isNamedIn(passage.title() + "\n" + passage.text()))
                .map(Evidence::articleId)
                .collect(Collectors.toSet());
        return evidence.stream()
                .filter(passage -> articles.contains(passage.articleId()))
                .toList();
    }

    private static Reading described(WhoSomebodyIs person, List<Evidence> naming) {
        List<Finding> findings = new ArrayList<>(words(naming, person::explainedIn));
        findings.addAll(mostGivenFirst(words(naming, person::titledIn)));
        return findings.isEmpty() ? Reading.NOTHING : new Reading(findings, SAYS_SO);
    }

    private static List<Finding> words(List<Evidence> evidence, Function<Sentence, Optional<Sentence>> description) {
        return findings(
                evidence,
                (passage, sentence) ->
                        description
                                .apply(sentence)
                                .map(words -> new Finding(passage, sentence, words, SAYS_SO))
                                .stream());
    }

    private static List<Finding> findings(
            List<Evidence> evidence, BiFunction<Evidence, Sentence, Stream<Finding>> description) {
        return evidence.stream()
                .flatMap(passage ->
                        passage.sentences().stream().flatMap(sentence -> description.apply(passage, sentence)))
                .filter(finding -> !finding.isInQuestion())
                .toList();
    }

    /** Offices change hands, and one article is mistaken sooner than several. */
    private static List<Finding> mostGivenFirst(List<Finding> titled) {
        Map<String, Long> given =
                titled.stream().collect(Collectors.groupingBy(DescribingReader::key, Collectors.counting()));
        return titled.stream()
                .sorted(Comparator.comparing((Finding finding) -> given.get(key(finding)))
                        .reversed())
                .toList();
    }

    private static String key(Finding finding) {
        return Term.fold(finding.words().text());
    }
}
