package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wednesday            | Wednesday (1 March 2023)
            last week            | last week (20 February 2023 to 26 February 2023)
            a year ago           | a year ago (2022)
            in 1994              | in 1994
            Monday and yesterday | Monday (27 February 2023) and yesterday (1 March 2023)
            """)
    void standBehindTheWordsThatMeanThem(String words, String resolved) {
        assertThat(Dates.resolved(words, LocalDate.of(2023, 3, 2))).isEqualTo(resolved);
    }

    @Test
    void areNotInventedForAnUndatedArticle() {
        assertThat(Dates.resolved("Wednesday", null)).isEqualTo("Wednesday");
    }
}
