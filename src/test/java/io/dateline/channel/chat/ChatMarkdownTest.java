package io.dateline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatMarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
                    Plain words. => Plain words.
                    *thin* and **thick** => _thin_ and **thick**
                    # A heading => **A heading**
                    - one\\n- two => - one\\n- two
                    3. three\\n4. four => 3. three\\n4. four
                    > quoted\\n> twice => > quoted\\n> twice
                    `x < y` => `x &lt; y`
                    a\\*b => a\\*b
                    [words](https://evil.example) => words
                    ![words](https://evil.example/x.png) => words
                    <b>bold</b> => &lt;b&gt;bold&lt;/b&gt;
                    """)
    void keepsFormAndTakesLinksOff(String markdown, String expected) {
        assertThat(render(markdown.replace("\\n", "\n"))).isEqualTo(expected.replace("\\n", "\n"));
    }

    @Test
    void linksTheMarkersOfCitationsAndNothingThatLooksLikeThem() {
        assertThat(render("It was signed [1]. He said \\[1\\] and [7]."))
                .isEqualTo("It was signed [\\[1\\]](https://news.example.org/1). He said \\[1\\] and \\[7\\].");
    }

    @Test
    void saysBehindTheMarkerThatTheSourceDoesNotSayIt() {
        assertThat(render("Bob did it. [2] Ann left. [1]"))
                .isEqualTo("Bob did it. [\\[2\\]](https://news.example.org/2) _(does not say this)_"
                        + " Ann left. [\\[1\\]](https://news.example.org/1)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel>",
                "<!here>",
                "<@U123>",
                "<#C123>",
                "<https://evil.example|click>",
                "https://evil.example",
                "www.evil.example",
                "evil.example",
                "mail@evil.example",
                "@here",
                "[x]: https://evil.example\n\n[x]",
                "<https://evil.example>",
                "&lt;!channel&gt;",
                "**<!channel>**",
                "`<!channel>`",
                "```\n<!channel>\n```",
                "<div>\n<!channel> https://evil.example\n</div>",
                "\uE0001\uE001<@U1>"
            })
    void letsNothingMentionOrLink(String evil) {
        assertThat(render("He said: " + evil))
                .doesNotContain("<", "://", "evil.example", "@here", "@U123", "@evil", "www.", "](");
        assertThat(render(evil)).doesNotContain("<", "://", "evil.example", "@here", "@U123", "@evil", "www.", "](");
    }

    private static String render(String markdown) {
        return ChatMarkdown.of(markdown, number -> switch (number) {
            case 1 -> new ChatMarker("https://news.example.org/1", false);
            case 2 -> new ChatMarker("https://news.example.org/2", true);
            default -> ChatMarker.UNKNOWN;
        });
    }
}
