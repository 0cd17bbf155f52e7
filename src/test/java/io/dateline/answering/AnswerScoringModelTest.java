package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.inference.SpanReader;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerScoringModelTest {

    private static final SpanReader LAST_WORD = (question, texts, n) -> texts.stream()
            .map(text -> text.passage().equals("…")
                    ? List.<AnswerSpan>of()
                    : List.of(new AnswerSpan(
                            text.passage().lastIndexOf(' ') + 1, text.passage().length() - 1, 0, 0.4)))
            .toList();

    @Test
    void whatSeveralArticlesSayScoresHigherThanWhatOneSays() {
        List<Double> scores = scores(
                segment("a", "Talks end", "They met in Minsk."),
                segment("b", "Talks end", "All flew to Oslo."),
                segment("c", "Talks end", "They spoke in Minsk."));
        assertThat(scores.get(0)).isGreaterThan(scores.get(1));
        assertThat(scores.get(2)).isGreaterThan(scores.get(1));
    }

    @Test
    void whatAHeadlineSaysScoresHigher() {
        List<Double> scores = scores(
                segment("a", "Talks in Oslo", "They met in Minsk."), segment("b", "Talks end", "They met in Oslo."));
        assertThat(scores.get(1)).isGreaterThan(scores.get(0));
    }

    @Test
    void scoresAreFromZeroToOneInTheOrderOfTheSegments() {
        assertThat(scores(segment("a", "Talks end", "…"), segment("b", "Talks end", "They met in Minsk.")))
                .first()
                .isEqualTo(0.0);
        assertThat(scores(segment("b", "Talks end", "They met in Minsk."))).allMatch(score -> score > 0 && score < 1);
        assertThat(scores()).isEmpty();
    }

    private static List<Double> scores(TextSegment... segments) {
        return new AnswerScoringModel(new SpanAnswerReader(LAST_WORD), new SentenceSplitter())
                .scoreAll(List.of(segments), "Where did they meet?")
                .content();
    }

    private static TextSegment segment(String article, String title, String text) {
        return TextSegment.from(
                text, Metadata.from("articleId", article).put("start", 0).put("title", title));
    }
}
