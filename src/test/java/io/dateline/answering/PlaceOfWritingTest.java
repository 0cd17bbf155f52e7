package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceOfWritingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WASHINGTON – A representative of New York was expelled. | WASHINGTON | true
            ST. PAUL, Minn. (AP) — It rained.                       | ST. PAUL   | true
            TOMS RIVER - It rained.                                 | TOMS       | true
            KYIV, Ukraine — Ukraine’s army stayed in Kyiv.          | Ukraine    | false
            LONDON — It rained in London.                           | London     | false
            NASA launched it — on Monday.                           | NASA       | false
            The U.S. – a member – left.                             | U.S.       | false
            """)
    void isTheTownInCapitalsBeforeTheDash(String text, String answer, boolean expected) {
        Said said = Said.in(text, answer);
        assertThat(PlaceOfWriting.is(said.sentence(), said.answer())).isEqualTo(expected);
    }
}
