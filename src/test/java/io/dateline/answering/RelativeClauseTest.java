package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeClauseTest {

    private static final int START = 100;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who warmly welcomed it?   | China wrote to the government of President Ann Lee, which warmly welcomed it. | Ann Lee
            Who warmly welcomed it?   | China wrote to the government of France, which warmly welcomed it.  | the government of France
            Who warmly welcomed it?   | China wrote to the son of President Ann Lee, who warmly welcomed it. | the son of President Ann Lee
            Who signed the treaty?    | They met Ann Lee, who signed the treaty on Monday.                  | Ann Lee
            Who signed the treaty?    | The mayor who signed the treaty left.                               | The mayor
            """)
    void isAboutWhatStandsBeforeIt(String question, String sentence, String subject) {
        Sentence found = RelativeClause.subject(QuestionAnalysis.of(question), sentence(sentence))
                .orElseThrow();

        assertThat(found.text()).isEqualTo(subject);
        assertThat(sentence.substring(found.start() - START, found.end() - START))
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who warmly welcomed it?   | China warmly welcomed it, which surprised Ann Lee.
            Who signed the treaty?    | Ann Lee, who signed the treaty, said Bob signed too.
            What did they sign?       | They met Ann Lee, who signed the treaty.
            Where was it signed?      | They met Ann Lee, who signed the treaty.
            """)
    void saysNothingWhereTheVerbStandsElsewhereOrNoSubjectIsAsked(String question, String sentence) {
        assertThat(RelativeClause.subject(QuestionAnalysis.of(question), sentence(sentence)))
                .isEmpty();
    }

    private static Sentence sentence(String text) {
        return new Sentence(START, START + text.length(), text);
    }
}
