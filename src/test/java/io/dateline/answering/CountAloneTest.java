package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountAloneTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How old is the pilot?                   | 17-year-old       | 17
            Lee flew. How old is she?               | 17-year-old       | 17
            How many years does Lee have to serve?  | nine-year         | nine
            For how many days did they strike?      | 2,500-day         | 2,500
            """)
    void theCountIsTakenOut(String question, String answer, String count) {
        assertThat(CountAlone.of(QuestionAnalysis.of(question), answer)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            How old is the cub?                     | six-month-old
            How many days did they strike?          | two-week
            How many years does Lee have to serve?  | nine years
            How many goals did they score?          | 3-2
            How long did they strike?               | nine-day
            Who flew?                               | 17-year-old
            """)
    void whatHasAnotherUnitOrNoneStays(String question, String answer) {
        assertThat(CountAlone.of(QuestionAnalysis.of(question), answer)).isEqualTo(answer);
    }
}
