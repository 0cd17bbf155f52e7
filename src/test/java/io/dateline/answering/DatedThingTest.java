package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatedThingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When did Roe v. Wade get overturned?  | On Friday it overturned the 1973 Roe v. Wade decision. | 1973 | true
            When did he quit the Paris Agreement? | He quit the 2015 Paris Agreement on Thursday.          | 2015 | true
            When was the Magna Carta signed?      | The 1215 Magna Carta is on show.                       | 1215 | false
            When was the Magna Carta signed?      | They signed it in 1615. Magna Carta is on show.        | 1615 | false
            When did Roe v. Wade get overturned?  | It overturned Roe v. Wade in 2022 after a leak.        | 2022 | false
            Who overturned Roe v. Wade?           | It overturned the 1973 Roe v. Wade decision.           | 1973 | false
            When did Roe v. Wade get overturned?  | It overturned the 1973 Roe v. Wade decision on Friday. | Friday | false
            """)
    void isTheYearBeforeWhatTheQuestionNames(String question, String sentence, String answer, boolean expected) {
        Said said = Said.in(sentence, answer);
        assertThat(DatedThing.isYearOf(QuestionAnalysis.of(question), said.sentence(), said.answer()))
                .isEqualTo(expected);
    }
}
