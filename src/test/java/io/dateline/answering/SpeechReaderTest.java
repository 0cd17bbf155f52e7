package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechReaderTest {

    private static final String CALL = "Ann Lee called for talks “as soon as possible” in Haiti.";
    private static final String KEEN = "Ann Lee said France is keen to build trust and cooperation with Haiti.";
    private static final String OTHER = "Bo Diaz said trust is a word.";

    @Test
    void aPieceOfAStatementIsNoAnswer() {
        Reading reading = read("What did Ann Lee say about talks?", finding(CALL, "as soon as possible", 0.8));
        assertThat(reading.findings().getFirst().answer()).isNull();
        assertThat(reading.confidence()).isEqualTo(0.8);
    }

    @Test
    void aStatementIs() {
        String statement = "France is keen to build trust and cooperation with Haiti";
        Reading reading = read("What did Ann Lee say about trust?", finding(KEEN, statement, 0.8));
        assertThat(reading.findings().getFirst().answer())
                .extracting(Sentence::text)
                .isEqualTo(statement);
    }

    @Test
    void otherQuestionsKeepTheirFewWords() {
        Reading reading = read("When did Ann Lee want talks?", finding(CALL, "as soon as possible", 0.8));
        assertThat(reading.findings().getFirst().answer()).isNotNull();
    }

    @Test
    void whereSomebodyElseSpeaksItIsDoubted() {
        Reading reading = read("What did Ann Lee say about words?", finding(OTHER, "trust is a word", 0.8));
        assertThat(reading.confidence()).isEqualTo(0.4);
    }

    @Test
    void whereTheySpeakOfSomethingElseItIsDoubted() {
        Reading reading = read("What did Ann Lee say about whales?", finding(KEEN, "keen to build trust", 0.8));
        assertThat(reading.confidence()).isEqualTo(0.4);
    }

    private static Reading read(String question, Finding finding) {
        return new SpeechReader((asked, evidence) -> new Reading(List.of(finding), finding.score()))
                .read(QuestionAnalysis.of(question), List.of());
    }

    private static Finding finding(String text, String answer, double score) {
        Sentence sentence = new Sentence(0, text.length(), text);
        Evidence evidence = new Evidence("a", "Title", null, null, null, 0, text, List.of(sentence), 0);
        int start = text.indexOf(answer);
        return new Finding(evidence, sentence, new Sentence(start, start + answer.length(), answer), score);
    }
}
