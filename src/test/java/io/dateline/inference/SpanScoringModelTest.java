package io.dateline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanScoringModelTest {

    @Test
    void aTextScoresTheProbabilityOfItsBestSpan() {
        SpanReader reader = (question, texts, n) -> texts.stream()
                .map(text -> text.passage().isBlank()
                        ? List.<AnswerSpan>of()
                        : List.of(new AnswerSpan(0, 1, 0, text.title().isEmpty() ? 0.2 : 0.7)))
                .toList();
        List<TextSegment> segments = List.of(
                TextSegment.from("with a headline", Metadata.from(Map.of("title", "Talks end"))),
                TextSegment.from("without"));
        assertThat(new SpanScoringModel(reader).scoreAll(segments, "Who?").content())
                .containsExactly(0.7, 0.2);
    }

    @Test
    void theReaderThatShipsScoresTheTextThatAnswersHigher() {
        SpanReader reader = new OnnxSpanReader(new ReaderFiles(null), Runnable::run);
        List<Double> scores = new SpanScoringModel(reader)
                .scoreAll(
                        List.of(
                                TextSegment.from("The treaty was signed in Minsk by the two presidents."),
                                TextSegment.from("Rain is expected over the weekend.")),
                        "Where was the treaty signed?")
                .content();
        assertThat(scores.get(0)).isGreaterThan(0.5).isGreaterThan(scores.get(1));
        assertThat(scores).allMatch(score -> score >= 0 && score <= 1);
    }
}
