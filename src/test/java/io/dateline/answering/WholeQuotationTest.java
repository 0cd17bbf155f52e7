package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeQuotationTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "They call for peace “as soon as possible” now. | peace “as soon as possible | peace “as soon as possible”",
                "It was “in a very complicated time” he said. | “in a very | “in a very complicated time”",
                "It has “boundless friendship” with Russia. | friendship” with Russia | “boundless friendship” with Russia",
                "It has “boundless friendship” with Russia. | boundless friendship | boundless friendship",
                "It has “boundless friendship” with Russia. | “boundless friendship” | “boundless friendship”",
                "He said \"no way\" and left. | said \"no | said \"no way\"",
                "He said “no and left. | “no and | no and",
                "It is “one” and “two” now. | one” and “two | “one” and “two”"
            })
    void takesBothMarksOrNeither(String text, String read, String whole) {
        int start = text.indexOf(read);
        Sentence sentence = new Sentence(100, 100 + text.length(), text);
        Sentence around = WholeQuotation.around(sentence, new Sentence(100 + start, 100 + start + read.length(), read));

        assertThat(around.text()).isEqualTo(whole);
        assertThat(text.substring(around.start() - 100, around.end() - 100)).isEqualTo(whole);
    }
}
