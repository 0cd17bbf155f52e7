package io.dateline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleTest {

    @Test
    void isTheQuestionOnOneLine() {
        assertThat(Title.of("  Who\n\tsigned  it? ")).isEqualTo("Who signed it?");
    }

    @Test
    void isShortenedAtAWord() {
        assertThat(Title.of(
                        "Which ministers signed the treaty that was negotiated in the spring and summer of the year?"))
                .isEqualTo("Which ministers signed the treaty that was negotiated in the spring and summer…");
    }

    @Test
    void isNeverCutThroughACharacter() {
        assertThat(Title.of("🕊".repeat(1000))).isEqualTo("🕊".repeat(40) + "…");
        assertThat(Title.of("x" + "👨‍👩‍👧".repeat(200))).endsWith("👧…");
    }
}
