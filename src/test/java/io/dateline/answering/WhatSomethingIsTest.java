package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatSomethingIsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Title 42 is a law on public health.",
                "Title 42 (of the code) is the law.",
                "Title 42, which was seldom used, is a law.",
                "title 42 was one of the laws."
            })
    void aSentenceThatBeginsWithItDefinesIt(String sentence) {
        assertThat(title42().isDefinedBy(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“Title 42 is a shame.",
                "Title 42 is a shame, she said.",
                "Title 42 is over.",
                "Title 421 is a law.",
                "Critics of Title 42 is a song."
            })
    void othersDoNot(String sentence) {
        assertThat(title42().isDefinedBy(sentence)).isFalse();
    }

    @Test
    void anAppositionExplainsIt() {
        assertThat(title42().isExplainedIn("They used Title 42, a law on public health, again."))
                .isTrue();
        assertThat(title42().isExplainedIn("They used Title 42, the United States and Title 8."))
                .isFalse();
        assertThat(title42().isExplainedIn("After Title 42, the president said, they left."))
                .isFalse();
    }

    @Test
    void whatItsNameIsSaidOfExplainsIt() {
        assertThat(title42().isExplainedIn("The 2020 policy, known as Title 42, let them turn people away."))
                .isTrue();
        assertThat(title42().isExplainedIn("They began to use a policy called “Title 42” in March."))
                .isTrue();
        assertThat(title42().isExplainedIn("He said that the senate called Title 42 off."))
                .isFalse();
        assertThat(title42().isExplainedIn("They use a policy known as Title 421."))
                .isFalse();
    }

    @Test
    void aWordInSmallLettersIsKnownAtTheBeginningOfASentence() {
        assertThat(asked("what is monkeypox").isDefinedBy("Monkeypox is a virus."))
                .isTrue();
        assertThat(asked("What's a recession?").isDefinedBy("A recession is a decline."))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the death toll?",
                "What is the capital of Norway?",
                "What is her name?",
                "What did Title 42 say?",
                "Who is Ann Lee?"
            })
    void doesNotStandInTheWayOfOtherQuestions(String question) {
        assertThat(WhatSomethingIs.askedBy(QuestionAnalysis.of(question))).isEmpty();
    }

    private static WhatSomethingIs title42() {
        return asked("What is Title 42?");
    }

    private static WhatSomethingIs asked(String question) {
        return WhatSomethingIs.askedBy(QuestionAnalysis.of(question)).orElseThrow();
    }
}
