package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegationTest {

    private static final String ATTENDED = "Mexico attended the summit with eleven other countries.";

    private static boolean isMissing(String question, String sentence) {
        return Negation.isMissing(QuestionAnalysis.of(question), new Sentence(0, sentence.length(), sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which country did not attend the summit?",
                "Which country's leader didn’t attend the summit?",
                "Leaders met in May. Who was definitely not there?",
                "Which of these summits was she not at?",
                "Who will not attend the summit?",
                "Who won't attend the summit?",
                "Who has never attended the summit?",
                "The summit was attended by all of these except:",
            })
    void whoDidIsNoAnswerToWhoDidNot(String question) {
        assertThat(isMissing(question, ATTENDED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mexico did not attend the summit.",
                "Mexico skipped the summit.",
                "Every country but Mexico came; its president refused to.",
                "Mexico's president won’t be at the summit."
            })
    void whoDidNotIs(String sentence) {
        assertThat(isMissing("Which country did not attend the summit?", sentence))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which country attended the summit?",
                "It is not over. Who attended the summit?",
                "The summit, which was attended by all except Cuba, was held where?"
            })
    void whereNothingIsDeniedNothingHasToBe(String question) {
        assertThat(isMissing(question, ATTENDED)).isFalse();
    }
}
