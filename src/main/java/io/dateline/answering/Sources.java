package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The articles behind the evidence, each once, in order of their best passage. */
final class Sources {

    private static final int MOST = 8;

    private Sources() {}

    static List<Source> of(List<Evidence> evidence, QuestionAnalysis question) {
        Map<String, Source> byArticle = new LinkedHashMap<>();
        for (Evidence passage : evidence) {
            if (byArticle.size() < MOST && !byArticle.containsKey(passage.articleId())) {
                byArticle.put(passage.articleId(), passage.source(byArticle.size() + 1, snippet(passage, question)));
            }
        }
        return List.copyOf(byArticle.values());
    }

    /** The sentence that shares most words with the question, the first one among equals. */
    private static String snippet(Evidence passage, QuestionAnalysis question) {
        return passage.sentences().stream()
                .max(Comparator.comparingLong(s -> shared(s, question)))
                .map(Sentence::text)
                .orElse(passage.text());
    }

    private static long shared(Sentence sentence, QuestionAnalysis question) {
        List<Term> words = Term.of(sentence.text());
        return question.terms().stream().filter(asked -> asked.isAmong(words)).count();
    }
}
