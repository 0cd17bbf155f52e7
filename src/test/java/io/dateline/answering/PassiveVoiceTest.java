package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassiveVoiceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who was convicted of murder?  | She was indicted for murder by a grand jury.  | grand jury
            Who has been arrested?        | He was arrested by the FBI.                   | FBI
            and who was recently shot?    | He was shot by John Roe on Monday.            | John Roe
            """)
    void whoeverSomethingWasDoneByIsNotWhomItWasDoneTo(String question, String sentence, String answer) {
        assertThat(namesDoer(question, sentence, answer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who was convicted of murder?    | Ann Lee was convicted by a jury.                  | Ann Lee
            Who was she shot by?            | She was shot by John Roe.                         | John Roe
            Who was Ann Lee convicted by?   | She was convicted by a jury.                      | jury
            Who was elected?                | He was succeeded by Ann Lee, who won in May.      | Ann Lee
            Who convicted her?              | She was convicted by a jury.                      | jury
            Who is the mayor?               | It was opened by Ann Lee.                         | Ann Lee
            """)
    void othersMayAnswer(String question, String sentence, String answer) {
        assertThat(namesDoer(question, sentence, answer)).isFalse();
    }

    private static boolean namesDoer(String question, String text, String answer) {
        Said said = Said.in(text, answer);
        return PassiveVoice.namesDoer(QuestionAnalysis.of(question), said.sentence(), said.answer());
    }
}
