package io.dateline.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class WebPropertiesTest {

    @Test
    void asksClientsEveryTwentySecondsAndGivesThemUpAfterFortyFive() {
        WebProperties unset = Binder.get(new MockEnvironment()).bindOrCreate("dateline.web", WebProperties.class);

        assertThat(unset.ping()).isEqualTo(Duration.ofSeconds(20));
        assertThat(unset.silence()).isEqualTo(Duration.ofSeconds(45));
        assertThat(unset.socketsPerPerson()).isEqualTo(10);
        assertThat(ChatSocket.LONGEST_BYTES).isEqualTo(16 * 1024);
    }
}
