package io.dateline.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Passage;
import io.dateline.inference.SpanReader;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RerankerTest {

    private final FakeIndex index = new FakeIndex();

    /** What the reader takes for the answer in each text, and how sure it is. */
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    private final List<Hit> hits = new ArrayList<>();

    private record Answer(String words, double probability) {}

    @Test
    void whatHoldsAnAnswerThatTheReaderIsSureOfElsewhereComesFirst() {
        hit("Rain fell on Oslo.", "Oslo", 0.3);
        hit("Lee went home. Kim spoke.", "Lee", 0.2);
        hit("The speech was Kim's.", "Kim", 0.9);
        assertThat(reranked(3))
                .containsExactly("Lee went home. Kim spoke.", "Rain fell on Oslo.", "The speech was Kim's.");
    }

    @Test
    void anotherAnswerComesBeforeOneThatWasShown() {
        hit("Kim spoke.", "Kim", 0.9);
        hit("So did Kim.", "Kim", 0.8);
        hit("Lee spoke.", "Lee", 0.4);
        assertThat(reranked(3)).containsExactly("Kim spoke.", "Lee spoke.", "So did Kim.");
    }

    @Test
    void wordsAreTheSameWithoutCaseAccentsAndSignsAndAsWholeWordsOnly() {
        hit("An Iranian left.", "left", 0.1);
        hit("\u201cIRÁN\u201d won.", "won", 0.1);
        hit("It was Iran.", "Iran", 0.9);
        assertThat(reranked(3)).first().isEqualTo("\u201cIRÁN\u201d won.");
    }

    @Test
    void whatIsNotReadFollowsInItsOrder() {
        hit("One.", "One", 0.1);
        hit("Two.", "Two", 0.9);
        hit("Three.", "Three", 0.95);
        hit("Four.", "Four", 0.99);
        assertThat(reranked(2)).containsExactly("Two.", "One.", "Three.", "Four.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void whateverTheReaderIsSureOfNoHitIsLost(double probability) {
        hit("One.", "One", probability);
        hit("Two.", "", probability);
        hit("Three.", "Three", probability);
        assertThat(reranked(3)).containsExactlyInAnyOrder("One.", "Two.", "Three.");
        assertThat(reranker(3).rerank("Who?", hits))
                .extracting(Hit::score)
                .allMatch(Double::isFinite)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void eachSaysHowLikelyItHoldsAnAnswerThatNoneBeforeItHeld() {
        hit("Kim spoke.", "Kim", 0.75);
        hit("So did Kim.", "Kim", 0.5);
        hit("Lee spoke.", "Lee", 0.5);
        assertThat(reranker(3).rerank("Who?", hits))
                .extracting(hit -> hit.explanation().getLast().score())
                .containsExactly(0.75, 0.25, 0.0);
    }

    @Test
    void theOrderStaysWhenTheReaderFails() {
        hit("One.", "One", 0.1);
        hit("Two.", "Two", 0.9);
        SpanReader broken = (question, texts, n) -> {
            throw new IllegalStateException("no model");
        };
        assertThat(new Reranker(broken, 2, 1).rerank("Who?", hits)).isEqualTo(hits);
    }

    private void hit(String text, String answer, double probability) {
        answers.put(text, new Answer(answer, probability));
        Passage passage = index.with("article-" + hits.size(), text).getFirst();
        hits.add(new Hit(
                passage, index.article(passage.articleId()).orElseThrow(), 1.0 / (61 + hits.size()), List.of()));
    }

    private List<String> reranked(int depth) {
        return reranker(depth).rerank("Who?", hits).stream()
                .map(hit -> hit.passage().text())
                .toList();
    }

    private Reranker reranker(int depth) {
        SpanReader reader = (question, texts, n) ->
                texts.stream().map(text -> span(text.passage())).toList();
        return new Reranker(reader, depth, 0.01);
    }

    private List<AnswerSpan> span(String text) {
        Answer answer = Objects.requireNonNull(answers.get(text));
        int start = text.indexOf(answer.words());
        return answer.words().isEmpty()
                ? List.of()
                : List.of(new AnswerSpan(start, start + answer.words().length(), 0, answer.probability()));
    }
}
