package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullNameTest {

    private static final String ARTICLE =
            "Xi Jinping met Alexander Lukashenko. Later Lukashenko spoke of Volodymyr Zelenskyy, and"
                    + " Elena Lukashenko listened. Xi left for Beijing.";

    @Test
    void isTheNameThatTheArticleGivesInFull() {
        assertThat(FullName.of("Zelenskyy", ARTICLE)).isEqualTo("Volodymyr Zelenskyy");
        assertThat(FullName.of("Zelenskyy", "He called Ukrainian President Volodymyr Zelenskyy. " + ARTICLE))
                .isEqualTo("Volodymyr Zelenskyy");
    }

    @Test
    void isNoCountryWithTheNameThatStandsBeforeIt() {
        assertThat(FullName.of("Argentina", "Photo: Jo Yom Argentina won the cup."))
                .isEqualTo("Argentina");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lukashenko", "Beijing", "Xi", "Xi Jinping", "twelve", "2023", "the treaty", "Kyiv"})
    void staysAsItIsWhereNoneOrMoreThanOneCanBeMeant(String answer) {
        assertThat(FullName.of(answer, ARTICLE)).isEqualTo(answer);
    }
}
