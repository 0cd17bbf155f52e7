package io.dateline.channel.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.channel.access.Admission;
import io.dateline.channel.access.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class UnsafeAddressTest {

    private static final byte[] EVERY = {0, 0, 0, 0};
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    @Test
    void refusesToListenForOthersWithoutKnowingItsNames() {
        assertThatThrownBy(() -> gatekeeper(EVERY, true))
                .isInstanceOf(UnsafeAddressException.class)
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("dateline.web.allowed-hosts");
        assertThatThrownBy(() -> gatekeeper(null, true))
                .isInstanceOf(UnsafeAddressException.class)
                .hasMessageContaining("every address");
    }

    @Test
    void listensForOthersUnderItsNamesAndForItselfUnderNone() {
        assertThatCode(() -> gatekeeper(EVERY, true, "news.example.org")).doesNotThrowAnyException();
        assertThatCode(() -> gatekeeper(LOOPBACK, false)).doesNotThrowAnyException();
    }

    @Test
    void refusesToListenForOthersWithoutAskingWhoTheyAre() {
        assertThatThrownBy(() -> gatekeeper(EVERY, false, "news.example.org"))
                .isInstanceOf(UnsafeAddressException.class)
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("dateline.access is none");
    }

    private static void gatekeeper(byte @Nullable [] address, boolean isAsked, String... hosts)
            throws UnknownHostException {
        ServerProperties server = new ServerProperties();
        if (address != null) {
            server.setAddress(InetAddress.getByAddress(address));
        }
        Duration second = Duration.ofSeconds(1);
        new WebConfiguration()
                .gatekeeper(
                        server,
                        new WebProperties(List.of(hosts), List.of(), 1, 1, second, 1, second, second, second, second),
                        admission(isAsked));
    }

    private static Admission admission(boolean isAsked) {
        return new Admission() {
            @Override
            public String mode() {
                return "of the test";
            }

            @Override
            public Optional<Person> holder(String token) {
                return Optional.empty();
            }

            @Override
            public Optional<Person> sender(HttpServletRequest request) {
                return Optional.empty();
            }

            @Override
            public boolean isAsked() {
                return isAsked;
            }
        };
    }
}
