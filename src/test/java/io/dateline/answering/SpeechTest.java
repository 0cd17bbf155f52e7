package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTest {

    private static boolean speaks(String question, String sentence) {
        return Speech.askedFor(QuestionAnalysis.of(question)).orElseThrow().isIn(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What did Xi Jinping say? | In televised comments, Xi Jinping said China is keen to build trust.",
                "what did us officials say | after US officials said China was considering doing so.",
                "What did Putin say? | “We will win,” said President Vladimir Putin.",
                "What did Putin say? | “They know what awaits them,” Putin said.",
                "What did the minister tell them? | He warned of a long winter.",
                "What did Belta say? | They met on Wednesday, according to the state news agency Belta."
            })
    void knowsWhoSpeaks(String question, String sentence) {
        assertThat(speaks(question, sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Beijing denied it would supply arms after US officials said China was considering doing so.",
                "The trip illustrated the depth of ties to Russian leader Putin and his allies.",
                "Those who met Putin had nothing to say.",
                "“We met Putin,” said Lee.",
                "Lee was cross about what Putin has said in public.",
                "It is a clear violation, Putin administration officials said Friday.",
                "“We will appeal,” said Putin’s lawyers."
            })
    void doesNotTakeWhatOthersSayForSomebodysWords(String sentence) {
        assertThat(speaks("What did Putin say?", sentence)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did Ann Lee say about France?   | President Lee reaffirmed her support for France.    | true
            What did Lee say about the tunnel?   | Lee, for her part, said the tunnel would stay shut. | true
            What did Ann Lee say about France?   | President Lee said nothing.                         | false
            What did Ann Lee say about France?   | Bo Diaz told the meeting that Lee left France.      | false
            What did Ann Lee say?                | President Lee said nothing.                         | false
            What did Ann Lee say about France?   | It came after Lee called the president of France.   | false
            What did Ann Lee say about France?   | Lee called for help from France.                    | true
            What did Ann Lee say about France?   | All recall what Lee said about France.              | false
            """)
    void knowsWhoSpeaksOnWhat(String question, String sentence, boolean states) {
        Speech speech = Speech.askedFor(QuestionAnalysis.of(question)).orElseThrow();
        assertThat(speech.isStatementOnTopic(sentence, "Headline")).isEqualTo(states);
    }

    @Test
    void theHeadlineMayNameWhatTheSentenceNamesInPart() {
        Speech speech = Speech.askedFor(QuestionAnalysis.of("What did Biden say about the Chinese spy balloon?"))
                .orElseThrow();
        String sentence = "Biden said he wanted the balloon shot down.";
        assertThat(speech.isStatementOnTopic(sentence, "Chinese spy balloon seen"))
                .isTrue();
        assertThat(speech.isStatementOnTopic(sentence, "Hot air balloons")).isFalse();
        assertThat(speech.isStatementOnTopic("Biden said so.", "Chinese spy balloon seen"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who said so?", "What did they sign?", "When did Putin say it?", "Putin"})
    void isAskedForByQuestionsAboutWordsAlone(String question) {
        assertThat(Speech.askedFor(QuestionAnalysis.of(question))).isEmpty();
    }
}
