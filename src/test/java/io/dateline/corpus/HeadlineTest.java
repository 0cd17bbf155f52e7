package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "Presidents call for peace | Russia–Ukraine War; -; -; Presidents call for peace; Russia–Ukraine War",
                "Presidents call for peace | World | The News; The News; -; Presidents call for peace; World",
                "Opinion | Why the two presidents met; -; -; Why the two presidents met; Opinion",
                "Massive object could be an interstellar moon | CNN ...; -; https://edition.cnn.com/x; Massive object could be an interstellar moon; -",
                "Is climate change reversible? | The Week UK; -; https://www.theweek.co.uk/x; Is climate change reversible?; -",
                "What might he reveal? | The ...; -; https://theweek.com/x; What might he reveal?; -",
                "Presidents meet - The News; The News; -; Presidents meet; -",
                "Presidents meet - The News; -; -; Presidents meet - The News; -",
                "Spider-Man - the musical; The News; https://news.example/; Spider-Man - the musical; -",
                "Re-election – a disputed vote | Europe; -; -; Re-election – a disputed vote; Europe",
                "A says one thing about it | B says quite another thing about it and more; -; -; A says one thing about it | B says quite another thing about it and more; -",
                "|; -; -; |; -",
                "Talks | ; -; not a url %; Talks |; -"
            })
    void findsHeadlineAndSectionInAPageTitle(
            String title, String publisher, String url, String headline, String section) {
        Headline found = Headline.of(title, publisher, url);

        assertThat(found.text()).isEqualTo(headline);
        assertThat(found.section()).isEqualTo(section);
    }
}
