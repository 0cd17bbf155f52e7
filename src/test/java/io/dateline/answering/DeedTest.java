package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedTest {

    private static boolean isMissing(String question, String sentence) {
        return Deed.isMissing(QuestionAnalysis.of(question), new Sentence(0, sentence.length(), sentence));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When did Ann Lee die?      | Ann Lee was taken to hospital on Friday, in critical condition.
            When did Ann Lee die?      | The show of Ann Lee ran for three decades from 1991.
            When was Ann Lee born?     | Ann Lee came to the city in 1950.
            When did Ann Lee resign?   | Ann Lee won the election in May.
            When did Ann Lee retire?   | Ann Lee played her first match in 1999.
            """)
    void aSentenceWithoutAWordForItTellsNoDay(String question, String sentence) {
        assertThat(isMissing(question, sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When did Ann Lee die?      | Ann Lee died on Friday.
            When did Ann Lee die?      | The death of Ann Lee on Friday came after a crash.
            When did Ann Lee die?      | Ann Lee was assassinated on Friday.
            When did Ann Lee die?      | Ann Lee passed away on Friday.
            When was Ann Lee born?     | The birth of Ann Lee in 1950 was a surprise.
            When did Ann Lee resign?   | Ann Lee stepped down in May.
            When did Ann Lee retire?   | Her retirement began in May.
            When did Ann Lee marry?    | The wedding was in May.
            Why did Ann Lee die?       | She was in critical condition.
            When did it begin?         | It was in May.
            """)
    void everythingElseMay(String question, String sentence) {
        assertThat(isMissing(question, sentence)).isFalse();
    }
}
