package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentences an answer can be made of, each once, though a reader may find several answers in one. */
final class QuotableSentences {

    private final Map<String, Finding> byPlace = new LinkedHashMap<>();

    private QuotableSentences() {}

    /** The sentences of the findings, in their order; of several findings in one sentence the first. */
    static List<Finding> of(List<Finding> findings) {
        return new QuotableSentences().addAll(findings).sentences();
    }

    /** The same, and behind them the other sentences of the passages, which a language model may need to understand the first. */
    static List<Finding> of(List<Finding> findings, List<Evidence> passages) {
        QuotableSentences quotable = new QuotableSentences().addAll(findings);
        for (Evidence passage : passages) {
            for (Sentence sentence : passage.sentences()) {
                quotable.add(new Finding(passage, sentence, null, 0));
            }
        }
        return quotable.sentences();
    }

    private QuotableSentences addAll(List<Finding> findings) {
        findings.forEach(this::add);
        return this;
    }

    private void add(Finding finding) {
        byPlace.putIfAbsent(
                finding.evidence().articleId() + "#" + finding.sentence().start(), finding);
    }

    private List<Finding> sentences() {
        return List.copyOf(byPlace.values());
    }
}
