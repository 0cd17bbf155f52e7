package io.dateline.channel.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;

class UnsafeAddressTest {

    private static final byte[] EVERY = {0, 0, 0, 0};
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    @Test
    void refusesToListenForOthersWithoutKnowingItsNames() {
        assertThatThrownBy(() -> gatekeeper(EVERY))
                .isInstanceOf(UnsafeAddressException.class)
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("dateline.web.allowed-hosts");
        assertThatThrownBy(() -> gatekeeper(null))
                .isInstanceOf(UnsafeAddressException.class)
                .hasMessageContaining("every address");
    }

    @Test
    void listensForOthersUnderItsNamesAndForItselfUnderNone() {
        assertThatCode(() -> gatekeeper(EVERY, "news.example.org")).doesNotThrowAnyException();
        assertThatCode(() -> gatekeeper(LOOPBACK)).doesNotThrowAnyException();
    }

    private static void gatekeeper(byte @Nullable [] address, String... hosts) throws UnknownHostException {
        ServerProperties server = new ServerProperties();
        if (address != null) {
            server.setAddress(InetAddress.getByAddress(address));
        }
        Duration second = Duration.ofSeconds(1);
        new WebConfiguration()
                .gatekeeper(server, new WebProperties(List.of(hosts), List.of(), 1, 1, second, second, second, second));
    }
}
