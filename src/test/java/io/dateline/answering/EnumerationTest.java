package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnumerationTest {

    private static String around(String sentence, String answer) {
        int start = sentence.indexOf(answer);
        return Enumeration.around(
                        new Sentence(100, 100 + sentence.length(), sentence),
                        new Sentence(100 + start, 100 + start + answer.length(), answer))
                .text();
    }

    @ParameterizedTest
    @CsvSource({
        "agriculture",
        "trade",
        "tourism",
        "'agriculture, trade'",
        "'agriculture, trade and tourism'",
        "trade and tourism"
    })
    void growsToAllPartsWhicheverWasRead(String read) {
        assertThat(around("They signed agreements in agriculture, trade and tourism on Wednesday.", read))
                .isEqualTo("agriculture, trade and tourism");
    }

    @ParameterizedTest
    @CsvSource({
        "'The winners were Ann Lee, Bo Diaz, and Cy Young.', Bo Diaz, 'Ann Lee, Bo Diaz, and Cy Young'",
        "'It was backed by Germany and France in May.', France, Germany and France",
        "'It was backed by Germany and France in May.', Germany, Germany and France",
        "'Talks between Egypt, Sudan and Ethiopia failed.', Sudan, 'Egypt, Sudan and Ethiopia'"
    })
    void namesAreEnumeratedAsWell(String sentence, String read, String whole) {
        assertThat(around(sentence, read)).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "'He met Xi in Beijing, and Putin stayed in Moscow.', Beijing",
        "'The storm hit Florida, which was warned, and moved on.', Florida",
        "'It rained.', rained",
        "'She said trade fell and he agreed to talks.', trade"
    })
    void otherClausesAreNoParts(String sentence, String read) {
        assertThat(around(sentence, read)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "In which areas were agreements signed?, true",
        "Which countries did he visit?, true",
        "Who were the winners?, true",
        "Name the three winners., true",
        "Which teams reached the final?, true",
        "Which news agency reported it?, false",
        "What is the capital of Mongolia?, false",
        "Which country won?, false",
        "What business did he found?, false"
    })
    void aPluralIsAskedFor(String question, boolean several) {
        assertThat(QuestionAnalysis.of(question).asksForSeveral()).isEqualTo(several);
    }

    @Test
    void offsetsStayThoseOfTheArticle() {
        Sentence whole =
                Enumeration.around(new Sentence(10, 35, "They met Xi and Putin in."), new Sentence(19, 21, "Xi"));
        assertThat(whole).isEqualTo(new Sentence(19, 31, "Xi and Putin"));
    }
}
