package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackSignatureTest {

    private static final String TIME = "1531420618";
    private static final String SIGNED = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final byte[] BODY =
            ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void agreesWithThePublishedExample() {
        assertThat(signature(0).sign(TIME, BODY)).isEqualTo(SIGNED);
        assertThat(signature(0).isValid(List.of(TIME), List.of(SIGNED), BODY)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "-299, true", "299, true", "300, true", "301, false"})
    void holdsForFiveMinutesEitherWay(int secondsLater, boolean holds) {
        assertThat(signature(secondsLater).isValid(List.of(TIME), List.of(SIGNED), BODY))
                .isEqualTo(holds);
    }

    @Test
    void isOneOfOneTimeAndOneBody() {
        SlackSignature signature = signature(0);

        assertThat(signature.isValid(List.of(TIME), List.of(SIGNED.toUpperCase(Locale.ROOT)), BODY))
                .isFalse();
        assertThat(signature.isValid(List.of(TIME), List.of("v1" + SIGNED.substring(2)), BODY))
                .isFalse();
        assertThat(signature.isValid(List.of("1531420619"), List.of(SIGNED), BODY))
                .isFalse();
        assertThat(signature.isValid(List.of(TIME + "x"), List.of(SIGNED), BODY))
                .isFalse();
        assertThat(signature.isValid(List.of(TIME), List.of(SIGNED), new byte[0]))
                .isFalse();
    }

    private static SlackSignature signature(int secondsLater) {
        return new SlackSignature(SlackSender.SECRET, () -> Instant.ofEpochSecond(Long.parseLong(TIME) + secondsLater));
    }
}
