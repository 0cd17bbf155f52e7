package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedSubjectTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Did Sweden join NATO?                              | Who did join NATO?
            Is Liz Truss still prime minister?                 | Who is still prime minister?
            And was the European Union asked?                  | Who was asked?
            Hasn’t Ann Lee signed it?                          | Who has signed it?
            Is it true that Belarus supports China?            | Who supports China?
            """)
    void asksWhoInThePlaceOfTheNameBehindTheVerb(String question, String masked) {
        assertThat(of(question).question()).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Did they meet in Beijing?", "Has the strike ended?", "Did Ann Lee’s brother sign it?", "Is?", ""
            })
    void isNothingWithoutANameThere(String question) {
        assertThat(MaskedSubject.of(QuestionAnalysis.of(question))).isEmpty();
    }

    @Test
    void isNamedInFullInPartAndWithMoreBesideIt() {
        MaskedSubject subject = of("Did Volodymyr Zelensky go?");
        assertThat(subject.isNamedBy("President Volodymyr Zelenskyy")).isTrue();
        assertThat(subject.isNamedBy("Zelensky")).isTrue();
        assertThat(subject.isNamedBy("Olena Zelenska")).isFalse();
        assertThat(subject.isNamedBy("the")).isFalse();
    }

    private static MaskedSubject of(String question) {
        return MaskedSubject.of(QuestionAnalysis.of(question)).orElseThrow();
    }
}
