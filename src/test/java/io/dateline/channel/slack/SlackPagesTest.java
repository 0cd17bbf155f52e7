package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlackPagesTest {

    @Test
    void keepsTheCitationWithItsSentence() {
        String sentence = "They signed. [\\[1\\]](https://news.example.org/1) ";
        String text = "x".repeat(SlackPages.LONGEST - sentence.length() - 3) + ". " + sentence + "Then they left.";

        List<String> pages = SlackPages.of(text);

        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst()).endsWith("[\\[1\\]](https://news.example.org/1) ");
        assertThat(pages.getLast()).isEqualTo("Then they left.");
    }

    @Test
    void cutsWhatHasNoSentencesBehindAWordAndWhatHasNoWordsBehindACharacter() {
        assertThat(SlackPages.cut("one two three", 9)).isEqualTo("one two ".length());
        assertThat(SlackPages.cut("abc\uD83D\uDD4Adef", 4)).isEqualTo(3);
        assertThat(SlackPages.cut("short", 9)).isEqualTo(5);
    }

    @Test
    void losesNothing() {
        String text = "A sentence of some words. ".repeat(2_000);

        assertThat(String.join("", SlackPages.of(text))).isEqualTo(text);
        assertThat(SlackPages.of(text)).allMatch(page -> page.length() <= SlackPages.LONGEST);
    }
}
