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
