package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They met on Wednesday, according to the Belarusian state news agency Belta.   | Belta
            In televised comments, Xi said China is keen “given the turbulent situation.” | Xi
            “No,” said Angela Merkel on Monday.                                           | Angela Merkel
            Lukashenko said the meeting was taking place “in a very complicated time”.    | Lukashenko
            According to Reuters, the talks failed.                                       | Reuters
            """)
    void namesWhoTheSentenceSaysSaidIt(String sentence, String who) {
        assertThat(Attribution.in(sentence)).contains(who);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“That is why Belarus has actively put forward its peace proposals,” he added.",
                "He said Xi had declared this.",
                "China said it was a neutral party and spoke with Kyiv, which welcomed it.",
                "They were charged, according to a Facebook post that the police shared.",
                "It was over, according to a Truth Social post.",
                "The summit brought together two leaders."
            })
    void namesNobodyWhereTheTextDoesNot(String sentence) {
        assertThat(Attribution.in(sentence)).isEmpty();
    }
}
