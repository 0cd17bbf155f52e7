package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeOfSomebodyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When did she die?                 | 83                 | true
            When did she die?                 | at the age of 83   | true
            In which year was she born?       | aged 83            | true
            When did she die?                 | 83 years old       | true
            When did she die?                 | Thursday at age 83 | false
            When did she die?                 | 1983               | false
            When did she die?                 | May 24             | false
            How old was she when she died?    | 83                 | false
            What time does it begin?          | at 8               | false
            """)
    void isNoDay(String question, String answer, boolean expected) {
        assertThat(AgeOfSomebody.is(QuestionAnalysis.of(question), answer)).isEqualTo(expected);
    }
}
