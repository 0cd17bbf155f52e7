package io.dateline.fetching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://example.org/a?b=c          | https://example.org/a?b=c
                    ' https://example.org/a#part '     | https://example.org/a
                    https://example.org/a b|https://example.org/a%20b
                    https://example.org/a%20b          | https://example.org/a%20b
                    https://example.org/straße         | https://example.org/stra%C3%9Fe
                    https://münchen.example/           | https://xn--mnchen-3ya.example/
                    http://2130706433/                 | http://127.0.0.1/
                    http://0177.0.0.1/                 | http://127.0.0.1/
                    http://0x7f.1/                     | http://127.0.0.1/
                    http://127.0.0.1.:8080/            | http://127.0.0.1:8080/
                    """)
    void understandsAnAddressAsABrowserDoes(String written, String address) throws Exception {
        assertThat(WebAddress.of(written)).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "news",
                "/a",
                "ftp://example.org/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http://",
                "https://exa mple/",
                "https://example.org:99999/",
                "https://ann:secret@example.org/",
                "gopher://example.org/",
                "jar:http://example.org!/a",
                "http://[::1",
                "data:text/html,x"
            })
    void refusesWhatIsNoAddressOfAPage(String written) {
        assertThatExceptionOfType(FetchException.class).isThrownBy(() -> WebAddress.of(written));
    }

    @Test
    void resolvesWhatAPageNames() throws Exception {
        URI base = URI.create("https://example.org/news/today");

        assertThat(WebAddress.of(base, "../a b")).isEqualTo(URI.create("https://example.org/a%20b"));
        assertThat(WebAddress.of(base, "//other.example/x")).isEqualTo(URI.create("https://other.example/x"));
        assertThatExceptionOfType(FetchException.class).isThrownBy(() -> WebAddress.of(base, "file:///etc/passwd"));
    }
}
