package io.dateline.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatekeeperTest {

    private final Gatekeeper onLoopback = new Gatekeeper(List.of(), List.of());
    private final Gatekeeper behindProxy =
            new Gatekeeper(List.of("News.example.org"), List.of("https://intranet.example.org"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
    void admitsTheNamesOfTheLoopbackAddress(String host) {
        assertThat(onLoopback.admitsHost(host)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "evil.example",
                "localhost.evil.example",
                "localhost.",
                "evil.example:8080",
                "127.0.0.2",
                "[::2]",
                "localhost:",
                "localhost:123456",
                "localhost@evil.example",
                "local host",
                "localhost/x",
                "127.0.0.1:80:80",
                "2130706433",
                "0x7f.1"
            })
    void refusesEveryOtherName(@Nullable String host) {
        assertThat(onLoopback.admitsHost(host)).isFalse();
    }

    @Test
    void admitsAHostThatIsConfiguredOnAnyPort() {
        assertThat(behindProxy.admitsHost("news.example.org")).isTrue();
        assertThat(behindProxy.admitsHost("NEWS.example.org:8443")).isTrue();
        assertThat(behindProxy.admitsHost("more.news.example.org")).isFalse();
    }

    @Test
    void admitsTheSameOriginAlone() {
        assertThat(onLoopback.admitsOrigin("http://localhost:8080", "localhost:8080", false))
                .isTrue();
        assertThat(onLoopback.admitsOrigin("http://localhost", "localhost:80", false))
                .isTrue();
        assertThat(onLoopback.admitsOrigin("https://localhost:8080", "localhost:8080", false))
                .isFalse();
        assertThat(onLoopback.admitsOrigin("https://localhost:8080", "localhost:8080", true))
                .isTrue();
        assertThat(onLoopback.admitsOrigin("http://127.0.0.1:8080", "localhost:8080", false))
                .isFalse();
        assertThat(onLoopback.admitsOrigin("http://localhost:8081", "localhost:8080", false))
                .isFalse();
    }

    @Test
    void admitsTheOriginOfAProxyThatEndsTls() {
        assertThat(behindProxy.admitsOrigin("https://news.example.org", "news.example.org", false))
                .isTrue();
        assertThat(behindProxy.admitsOrigin("https://news.example.org", "news.example.org:8080", false))
                .isFalse();
        assertThat(behindProxy.admitsOrigin("https://localhost", "localhost", false))
                .isFalse();
    }

    @Test
    void admitsAnOriginThatIsConfigured() {
        assertThat(behindProxy.admitsOrigin("https://intranet.example.org", "news.example.org", false))
                .isTrue();
        assertThat(behindProxy.admitsOrigin("http://intranet.example.org", "news.example.org", false))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "http://",
                "http://localhost:8080.evil.example",
                "http://localhost:8080/",
                "file://",
                "http://localhost:8080@evil.example",
                "http://user@localhost:8080",
                "chrome-extension://localhost:8080",
                "http://[::1",
                "http://localhost:99999999",
                "%%%",
                "http://localhost:8080 http://localhost:8080"
            })
    void refusesMalformedOrigins(String origin) {
        assertThat(onLoopback.admitsOrigin(origin, "localhost:8080", false)).isFalse();
    }
}
