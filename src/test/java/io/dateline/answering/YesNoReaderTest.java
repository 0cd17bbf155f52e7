package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.DisabledEmbeddingModel;
import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import io.dateline.inference.Embeddings;
import io.dateline.inference.SpanReader;
import io.dateline.inference.SpanReader.AnswerSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class YesNoReaderTest {

    private static final String NEWS = "Why did Ann Lee resign? Ann Lee resigned on Monday. Two ministers left too.";

    private static final SentenceReader WORDS = new SentenceReader(
            new Embeddings(new DisabledEmbeddingModel(), "", new CompletableFuture<>(), Duration.ZERO, 1));

    private final List<String> asked = new ArrayList<>();

    @Test
    void quotesTheSentenceThatGivesTheSubject() {
        Reading reading = read("Did Ann Lee resign?", span("Ann Lee resigned", "Ann Lee", 0.9));
        assertThat(asked).containsExactly("Who did resign?");
        Finding first = reading.findings().getFirst();
        assertThat(first.sentence().text()).isEqualTo("Ann Lee resigned on Monday.");
        assertThat(first.answer()).isNull();
        assertThat(reading.confidence()).isGreaterThan(0.43).isEqualTo(first.score());
    }

    @Test
    void isUnsureWhereTheSentenceTellsItOfSomebodyElse() {
        Reading reading = read(
                "Did Ann Lee resign?",
                span("Ann Lee resigned", "Monday", 0.9),
                span("Ann Lee resigned", "Ann Lee", 0.8));
        assertThat(reading.confidence()).isZero();
    }

    @Test
    void isUnsureWhereTheSubjectIsNotTheOne() {
        assertThat(read("Did Bo Diaz resign?", span("Ann Lee resigned", "Ann Lee", 0.9))
                        .confidence())
                .isZero();
    }

    @Test
    void takesNoQuestionForAnAnswer() {
        assertThat(read("Did Ann Lee resign?", span("Why did", "Ann Lee", 0.9))).isEqualTo(Reading.NOTHING);
    }

    @Test
    void asksTheQuestionItselfWhereNoNameIsTheSubject() {
        Reading reading = read("Did two ministers leave?", span("Two ministers left", "left", 0.9));
        assertThat(asked).containsExactly("Did two ministers leave?");
        assertThat(reading.findings().getFirst().sentence().text()).isEqualTo("Two ministers left too.");
        assertThat(reading.confidence()).isPositive();
    }

    @Test
    void readsNothingOutOfNothing() {
        YesNoReader reader = new YesNoReader((question, passages, n) -> List.of(), WORDS);
        assertThat(reader.read(QuestionAnalysis.of("Did Ann Lee resign?"), List.of()))
                .isEqualTo(Reading.NOTHING);
    }

    private Reading read(String question, AnswerSpan... spans) {
        SpanReader reader = (text, passages, n) -> {
            asked.add(text);
            return List.of(List.of(spans));
        };
        return new YesNoReader(reader, WORDS).read(QuestionAnalysis.of(question), List.of(news()));
    }

    private static AnswerSpan span(String at, String words, double probability) {
        int start = NEWS.indexOf(words, NEWS.indexOf(at));
        return new AnswerSpan(start, start + words.length(), 0, probability);
    }

    /** The article has more text before the passage. */
    private static Evidence news() {
        int before = 100;
        String[] sentences = NEWS.split("(?<=[.?]) ", -1);
        List<Sentence> cut = IntStream.range(0, sentences.length)
                .mapToObj(i -> {
                    int start = before + NEWS.indexOf(sentences[i]);
                    return new Sentence(start, start + sentences[i].length(), sentences[i]);
                })
                .toList();
        return new Evidence("a", "Title", null, null, null, before, NEWS, cut, 0);
    }
}
