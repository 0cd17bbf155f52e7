package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuotedWordsReaderTest {

    private static final String FIRST = "Shares of the chain fell.";
    private static final String SECOND =
            "Ann Lee said that Bed Bath & Beyond felt “substantial doubt” about its future.";
    private static final Evidence EVIDENCE = evidence();

    private static Evidence evidence() {
        Sentence first = new Sentence(0, FIRST.length(), FIRST);
        Sentence second = new Sentence(FIRST.length() + 1, FIRST.length() + 1 + SECOND.length(), SECOND);
        return new Evidence("a", "A chain", null, null, null, 0, FIRST + " " + SECOND, List.of(first, second), 0);
    }

    private static Finding found(int sentence, @Nullable String answer) {
        Sentence in = EVIDENCE.sentences().get(sentence);
        int start = answer == null ? 0 : in.start() + in.text().indexOf(answer);
        return new Finding(
                EVIDENCE, in, answer == null ? null : new Sentence(start, start + answer.length(), answer), 0.3);
    }

    private static Reading read(String question, Finding... found) {
        return new QuotedWordsReader((asked, evidence) -> new Reading(List.of(found), 0.3))
                .read(QuestionAnalysis.of(question), List.of(EVIDENCE));
    }

    @Test
    void keepsWhatWasFoundInTheSentenceThatHoldsTheQuotedWords() {
        Reading reading =
                read("Which chain told of “substantial doubt”?", found(0, "Shares"), found(1, "Bed Bath & Beyond"));

        assertThat(reading.findings()).containsExactly(found(1, "Bed Bath & Beyond"), found(0, "Shares"));
    }

    @Test
    void givesTheSentenceWhereNothingWasFoundInIt() {
        assertThat(read("Which chain told of “substantial doubt”?", found(0, "Shares"))
                        .findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        EVIDENCE.sentences().get(1), EVIDENCE.sentences().get(0));
    }

    @Test
    void namesTheSpeakerWhereAPersonIsAskedFor() {
        Sentence answer = read("Who said “substantial doubt”?", found(1, "Bed Bath & Beyond"))
                .findings()
                .getFirst()
                .answer();

        assertThat(answer).isNotNull().extracting(Sentence::text).isEqualTo("Ann Lee");
    }

    @Test
    void isAsSureOfWhatWasReadAsItsReader() {
        assertThat(read("Which chain told of “substantial doubt”?", found(1, "Bed Bath & Beyond"))
                        .confidence())
                .isEqualTo(0.3);
    }

    @Test
    void namesNoSpeakerWhereTheQuestionIsNotWhoSpoke() {
        assertThat(read("Who shops in spite of its “substantial doubt”?", found(1, "Bed Bath & Beyond"))
                        .findings())
                .containsExactly(found(1, "Bed Bath & Beyond"));
    }

    @Test
    void wordsThatMayStandAnywhereSayNothing() {
        assertThat(read("Which chain “felt its” future?", found(0, "Shares")).findings())
                .containsExactly(found(0, "Shares"));
    }
}
