package io.dateline.channel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter printed = new StringWriter();
    private long now;

    private ProgressBar bar(boolean terminal) {
        return new ProgressBar(new PrintWriter(printed), terminal, () -> now);
    }

    private void after(Duration time) {
        now += time.toNanos();
    }

    @Test
    void showsShareRateAndTimeLeftByTheBytesRead() {
        ProgressBar bar = bar(false);
        after(Duration.ofSeconds(10));
        bar.at(5_000, 25, 100);

        assertThat(printed.toString().strip())
                .isEqualTo("[#######-----------------------]  25 %  5,000 articles, 500/s, 30 s left");
    }

    @Test
    void isDrawnOverItselfInATerminalAndGoneAtTheEnd() {
        ProgressBar bar = bar(true);
        after(Duration.ofSeconds(1));
        bar.at(1_000, 10, 100);
        bar.at(1_001, 11, 100);
        after(Duration.ofSeconds(1));
        bar.at(2_000, 90, 100);
        bar.end();

        assertThat(printed.toString()).matches("\r\\[.*\r\\[.*\r +\r");
        assertThat(printed.toString()).doesNotContain("\n").doesNotContain("1,001");
    }

    @Test
    void isALineNowAndThenWhereThereIsNoTerminal() {
        ProgressBar bar = bar(false);
        for (int second = 0; second < 12; second++) {
            after(Duration.ofSeconds(1));
            bar.at(second, second, 100);
        }

        assertThat(printed.toString().lines()).hasSize(2);
    }
}
