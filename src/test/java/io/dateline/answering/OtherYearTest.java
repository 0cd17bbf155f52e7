package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherYearTest {

    private static boolean isTold(String question, String sentence) {
        return OtherYear.isTold(QuestionAnalysis.of(question), new Sentence(0, sentence.length(), sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who won at Wimbledon in 2023?          | At the club in 2022, Ann Lee won the singles title.
            Which bank collapsed in March 2023?    | The Bank of Ruritania collapsed in late 2008.
            In 2023, who led the country?          | In May 2021 Ann Lee led the country.
            """)
    void whatHappenedInAnotherYearDoesNotAnswer(String question, String sentence) {
        assertThat(isTold(question, sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who won at Wimbledon in 2023?          | Ann Lee, who lost in 2022, won in 2023.
            Who won at Wimbledon in 2023?          | Ann Lee won the singles title on Sunday.
            Who won at Wimbledon in 2023?          | Ann Lee won, the first to do so since 2019.
            Which forest shrank most in 2022?      | Most was lost in Ruritania, in 2016-style fires.
            Who won at Wimbledon?                  | In 2022, Ann Lee won the singles title.
            """)
    void everythingElseMay(String question, String sentence) {
        assertThat(isTold(question, sentence)).isFalse();
    }
}
