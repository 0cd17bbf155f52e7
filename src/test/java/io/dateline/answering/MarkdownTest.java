package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain words, a 12-point plan & more | plain words, a 12-point plan & more
            <b>bold</b> and *stars*             | \\<b\\>bold\\</b\\> and \\*stars\\*
            [a link](http://evil.example)       | \\[a link\\](http\\://evil.example)
            1. not a list                       | 1\\. not a list
            7.4 earthquake strikes              | 7.4 earthquake strikes
            # not a heading                     | \\# not a heading
            &amp; stays as it is written        | \\&amp; stays as it is written
            """)
    void letsNothingOfAnArticleActAsMarkup(String text, String escaped) {
        assertThat(Markdown.escape(text)).isEqualTo(escaped);
    }
}
