package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayAloneTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2022, 9, 9);

    private static String cut(String answer) {
        return DayAlone.of(answer, PUBLISHED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Thursday at age 96                     | Thursday
            Thursday night at age 90               | Thursday night
            early on Thursday after a long illness | early on Thursday
            8 September 2022, at noon              | 8 September 2022, at noon
            Sept. 8 in Balmoral                    | Sept. 8
            1995 as a consequence of the ruling    | 1995
            """)
    void whatDoesNotSayWhenIsLeftOut(String answer, String day) {
        assertThat(cut(answer)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thursday",
                "Thursday night",
                "Thursday at 5 p.m.",
                "Thursday, Sept. 8",
                "Thursday in September 2022",
                "8th of September 2022",
                "September of 2022",
                "two weeks after the election",
                "before the vote",
            })
    void whatSaysWhenStays(String answer) {
        assertThat(cut(answer)).isEqualTo(answer);
    }
}
