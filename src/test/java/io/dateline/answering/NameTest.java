package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "They met J. K. Rowling and Gen. Mark Milley. | J. K. Rowling; Gen. Mark Milley",
                "The U.S. Senate sits in St. Louis. | S. Senate; St. Louis",
                "They spoke on Sunday. Twitter said nothing. | Sunday; Twitter",
                "So he said Yes. Patagonia is ours. | Yes; Patagonia",
                "The Bank of England’s rate fell. | Bank of England"
            })
    void doesNotRunOverTheEndOfASentence(String text, String names) {
        assertThat(Name.in(text)).extracting(Name::text).isEqualTo(List.of(names.split("; ")));
    }
}
