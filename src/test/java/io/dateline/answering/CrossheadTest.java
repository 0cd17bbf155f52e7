package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossheadTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"“Descent into a global confrontation”", "What comes next", "Read more", "A long wait for aid"})
    void isAShortParagraphThatNothingEnds(String line) {
        assertThat(isCrosshead("They met.\n\n" + line + "\n\nHe left.", line)).isTrue();
        assertThat(isCrosshead(line, line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He left.",
                "“We will not go.”",
                "Who is next?",
                "The terms:",
                "Arsenal 2, Chelsea 1",
                "The president and his guests went on to the palace by car"
            })
    void isNothingThatStatesSomething(String line) {
        assertThat(isCrosshead("They met.\n\n" + line + "\n\nHe left.", line)).isFalse();
    }

    @Test
    void isNoPartOfAParagraph() {
        assertThat(isCrosshead("They met. Nobody smiled", "Nobody smiled")).isFalse();
        assertThat(isCrosshead("Nobody smiled They met.", "Nobody smiled")).isFalse();
    }

    private static boolean isCrosshead(String text, String line) {
        int start = text.indexOf(line);
        return Crosshead.is(new Sentence(start, start + line.length(), line), text);
    }
}
