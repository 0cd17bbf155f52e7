package io.dateline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Beyoncé's new album | beyonce",
                "He won the U.S. Open. | u s open",
                "“Top Gun: Maverick” led | Top Gun Maverick",
                "in the Netherlands | Netherlands"
            })
    void findsAnAnswerHoweverItIsWritten(String passage, String answer) {
        assertThat(NormalForm.ofPassage(passage)).contains(NormalForm.ofPassage(answer));
    }

    @Test
    void findsWholeWordsOnly() {
        assertThat(NormalForm.ofPassage("The Iranian embassy")).doesNotContain(NormalForm.ofPassage("Iran"));
    }

    @Test
    void comparesAnswersAsSquadDoes() {
        assertThat(NormalForm.ofAnswer("The U.S. Open, a “slam”")).containsExactly("us", "open", "slam");
        assertThat(NormalForm.ofAnswer(" the … ")).isEmpty();
    }
}
