package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpanAnswerReaderTest {

    private static final String MET = "They met in Beijing. It rained in Minsk.";

    @Test
    void findsTheSentenceThatTheSpanStandsIn() {
        Finding best = read("Where did it rain?", List.of(passage("a", 100, MET)), span(MET, "Minsk", 0.7))
                .findings()
                .getFirst();
        assertThat(best.sentence()).isEqualTo(new Sentence(121, 140, "It rained in Minsk."));
        assertThat(best.answer()).isEqualTo(new Sentence(134, 139, "Minsk"));
    }

    @Test
    void joinsAnswersOfSeveralArticlesAsWitnesses() {
        Reading reading = read(
                "Where did they meet?",
                List.of(passage("a", 0, MET), passage("b", 0, MET), passage("c", 0, MET)),
                span(MET, "Beijing", 0.5),
                span(MET, "in Beijing", 0.4),
                span(MET, "Minsk", 0.6));
        assertThat(reading.findings().getFirst().answer()).isEqualTo(new Sentence(12, 19, "Beijing"));
        assertThat(reading.confidence()).isCloseTo(1 - 0.5 * 0.6, within(1e-9));
    }

    @Test
    void countsAnArticleOnce() {
        Reading reading = read(
                "Where did they meet?",
                List.of(passage("a", 0, MET), passage("a", 200, MET)),
                span(MET, "Beijing", 0.5),
                span(MET, "Beijing", 0.4));
        assertThat(reading.confidence()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void cutsASpanAtTheEndOfItsSentence() {
        Finding best = read("Where did they meet?", List.of(passage("a", 0, MET)), span(MET, "Beijing. It rained", 0.5))
                .findings()
                .getFirst();
        assertThat(best.answer()).isEqualTo(new Sentence(12, 20, "Beijing."));
    }

    @Test
    void answersAYesNoQuestionWithTheSentenceThatDecides() {
        Finding best = read("Did they meet?", List.of(passage("a", 0, MET)), span(MET, "met", 0.5))
                .findings()
                .getFirst();
        assertThat(best.answer()).isNull();
        assertThat(best.sentence().text()).isEqualTo("They met in Beijing.");
    }

    @Test
    void readsNothingOutOfNothing() {
        assertThat(read("Where?", List.of()).findings()).isEmpty();
    }

    /** @param spans one of each passage */
    private static Reading read(String question, List<Evidence> evidence, AnswerSpan... spans) {
        return new SpanAnswerReader((asked, passages, n) ->
                        Arrays.stream(spans).map(List::of).toList())
                .read(QuestionAnalysis.of(question), evidence);
    }

    private static AnswerSpan span(String passage, String words, double probability) {
        int start = passage.indexOf(words);
        return new AnswerSpan(start, start + words.length(), 0, probability);
    }

    private static Evidence passage(String article, int start, String text) {
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (String sentence : text.split("(?<=\\.) ", -1)) {
            sentences.add(new Sentence(start + from, start + from + sentence.length(), sentence));
            from += sentence.length() + 1;
        }
        return new Evidence(article, "Title", null, null, null, start, text, sentences);
    }
}
