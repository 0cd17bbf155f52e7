package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsideTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When did Ann Lee die?     | Ann Lee – mayor from 1985 until 1991 – has died at the age of 91. | 1991 | true
            When did Ann Lee resign?  | Ann Lee, elected in 1991, resigned in 1995.                       | 1991 | true
            When did Ann Lee resign?  | Ann Lee (mayor until 1991) resigned.                              | 1991 | true
            When did Ann Lee resign?  | Ann Lee, elected in 1991, resigned in 1995.                       | 1995 | false
            When did Ann Lee resign?  | In 1991 Ann Lee, the mayor, resigned.                             | 1991 | false
            When did Ann Lee resign?  | Ann Lee in 1991, after a scandal, resigned.                       | 1991 | false
            When did Ann Lee resign?  | Ann Lee, who resigned in 1991, resigned from another office.      | 1991 | false
            Why did Ann Lee resign?   | Ann Lee, elected in 1991, resigned in 1995.                       | 1991 | false
            When did Ann Lee resign?  | Ann Lee, elected in 1991, resigned in 1995.                       | Lee, elected in 1991 | false
            When did she resign?      | Ann Lee, elected in 1991, resigned in 1995.                       | 1991 | false
            """)
    void isWhatStandsBetweenANameAndItsVerb(String question, String text, String answer, boolean expected) {
        Said said = Said.in(text, answer);
        assertThat(Aside.holds(QuestionAnalysis.of(question), said.sentence(), said.answer()))
                .isEqualTo(expected);
    }
}
