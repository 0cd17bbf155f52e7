package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class CoveringReaderTest {

    private static final Reading BY_SPAN = reading("By span.", 0.9);
    private static final Reading BY_DECISION = reading("By decision.", 0.7);
    private static final Reading BY_SENTENCE = reading("By sentence.", 0.5);

    private final AnswerReader sentences = (question, evidence) -> BY_SENTENCE;

    @Test
    void leavesQuestionsToTheTrainedReader() {
        assertThat(read("Who signed it?", (question, evidence) -> BY_SPAN)).isEqualTo(BY_SPAN);
    }

    @Test
    void readsYesNoQuestionsInTheirOwnWay() {
        assertThat(read("Did they sign it?", (question, evidence) -> BY_SPAN)).isEqualTo(BY_DECISION);
        assertThat(read("Didn’t they sign it?", (question, evidence) -> BY_SPAN))
                .isEqualTo(BY_DECISION);
    }

    @Test
    void readsWordsWithoutAQuestionWithoutIt() {
        assertThat(read("the treaty", (question, evidence) -> BY_SPAN)).isEqualTo(BY_SENTENCE);
    }

    @Test
    void readsEverythingWhenTheTrainedReaderFails() {
        Reading reading = read("Who signed it?", (question, evidence) -> {
            throw new CompletionException(new IllegalStateException("no model"));
        });
        assertThat(reading).isEqualTo(BY_SENTENCE);
    }

    private Reading read(String question, AnswerReader spans) {
        return new CoveringReader(spans, (asked, evidence) -> BY_DECISION, sentences)
                .read(QuestionAnalysis.of(question), List.of());
    }

    private static Reading reading(String text, double confidence) {
        Sentence sentence = new Sentence(0, text.length(), text);
        Evidence evidence = new Evidence("a", "Title", null, null, null, 0, text, List.of(sentence), 0);
        return new Reading(List.of(new Finding(evidence, sentence, null, confidence)), confidence);
    }
}
