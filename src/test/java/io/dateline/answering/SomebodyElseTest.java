package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SomebodyElseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Why did Ann Lee resign?     | Ann Lee followed John Roe, who resigned after a scandal. | a scandal
            Why was Ann Lee fired?      | Lee replaced John Roe, who was fired for lying.          | lying
            When did Ann Lee resign?    | It was John Roe who had resigned in May.                 | May
            """)
    void isWhomARelativeClauseIsAbout(String question, String sentence, String answer) {
        assertThat(isSomebodyElse(question, sentence, answer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When did Ann Lee die?       | John Roe died on April 9, at age 99.       | April 9
            When did Ann Lee die?       | Roe had died in 2021.                      | 2021
            When was Ann Lee born?      | John Roe was born in 1950.                 | 1950
            Why did Ann Lee resign?     | John Roe resigned after a scandal.         | a scandal
            """)
    void isWhoDiedOrResignedThemselves(String question, String sentence, String answer) {
        assertThat(isSomebodyElse(question, sentence, answer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When did Ann Lee die?           | Lee died in 2022, a year after John Roe died.                 | 2022
            When did Ann Lee die?           | Roe, she died in 2022.                                        | 2022
            When did Ruritania attack?      | President Roe attacked in May.                                | May
            Why did Ann Lee resign?         | Lee, who resigned after a scandal, left.                      | a scandal
            Why did Ann Lee resign?         | After a scandal Lee followed John Roe, who resigned.          | scandal
            Why did Ann Lee resign?         | Lee resigned after a scandal, as did John Roe, who resigned.  | a scandal
            Why did Ann Lee resign?         | She met John Roe, who knew that she resigned after a scandal. | a scandal
            Why did Ann Lee’s brother quit? | It was John Lee-Roe, who quit after a scandal.                | a scandal
            Why did he resign?              | She followed John Roe, who resigned after a scandal.          | a scandal
            """)
    void isNotWhoIsAskedAboutNorAnybodyWhereTheVerbIsNotTheirs(String question, String sentence, String answer) {
        assertThat(isSomebodyElse(question, sentence, answer)).isFalse();
    }

    private static boolean isSomebodyElse(String question, String text, String answer) {
        Said said = Said.in(text, answer);
        return SomebodyElse.didIt(QuestionAnalysis.of(question), said.sentence(), said.answer());
    }
}
