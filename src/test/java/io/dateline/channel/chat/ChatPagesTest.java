package io.dateline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChatPagesTest {

    @Test
    void keepsTheCitationWithItsSentence() {
        String sentence = "They signed. [\\[1\\]](https://news.example.org/1) ";
        String text = "x".repeat(ChatPages.LONGEST - sentence.length() - 3) + ". " + sentence + "Then they left.";

        List<String> pages = ChatPages.of(text);

        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst()).endsWith("[\\[1\\]](https://news.example.org/1) ");
        assertThat(pages.getLast()).isEqualTo("Then they left.");
    }

    @Test
    void keepsTheDoubtWithItsCitation() {
        String sentence = "Bob did it. [\\[2\\]](https://news.example.org/2)" + ChatMarker.DOUBT + " ";
        String text = "x".repeat(ChatPages.LONGEST - sentence.length() - 3) + ". " + sentence + "Then they left.";

        assertThat(ChatPages.of(text).getLast()).isEqualTo("Then they left.");
    }

    @Test
    void cutsWhatHasNoSentencesBehindAWordAndWhatHasNoWordsBehindACharacter() {
        assertThat(ChatPages.cut("one two three", 9)).isEqualTo("one two ".length());
        assertThat(ChatPages.cut("abc\uD83D\uDD4Adef", 4)).isEqualTo(3);
        assertThat(ChatPages.cut("short", 9)).isEqualTo(5);
    }

    @Test
    void losesNothing() {
        String text = "A sentence of some words. ".repeat(2_000);

        assertThat(String.join("", ChatPages.of(text))).isEqualTo(text);
        assertThat(ChatPages.of(text)).allMatch(page -> page.length() <= ChatPages.LONGEST);
    }
}
