package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectOfVerbTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who accused the mayor of lying?  | She accused the governor and the mayor of lying.     | governor
            Who warmly welcomed it?          | The union, which warmly welcomed France’s offer, left. | France
            and who signed it?               | Ann Lee signed a treaty.                              | treaty
            """)
    void whoAsksForTheSubject(String question, String sentence, String object) {
        assertThat(isObject(question, sentence, object)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who accused the mayor of lying?  | Ann Lee accused the mayor of lying.        | Ann Lee
            Who welcomed the plan?           | The plan was welcomed by Ann Lee.          | Ann Lee
            Who was elected president?       | The country elected Ann Lee on Monday.     | Ann Lee
            Who has been elected?            | The country elected Ann Lee on Monday.     | Ann Lee
            Who did the court convict?       | The court convicted Ann Lee.               | Ann Lee
            What did the court reject?       | The court rejected the appeal.             | appeal
            """)
    void othersAskForTheObjectOrNameTheSubject(String question, String sentence, String answer) {
        assertThat(isObject(question, sentence, answer)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Who accused NATO?, He accused the United States, true",
        "Who warmly welcomed it?, 'Ann Lee, who warmly welcomed France', true",
        "Who accused NATO?, Ann Lee, false",
        "What did he accuse NATO of?, accused the United States, false"
    })
    void anAnswerThatHoldsTheVerbNamesNoSubject(String question, String answer, boolean isInside) {
        assertThat(ObjectOfVerb.isInside(QuestionAnalysis.of(question), answer)).isEqualTo(isInside);
    }

    private static boolean isObject(String question, String sentence, String answer) {
        Said said = Said.in(sentence, answer);
        return ObjectOfVerb.is(QuestionAnalysis.of(question), said.sentence(), said.answer());
    }
}
