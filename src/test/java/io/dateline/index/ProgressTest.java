package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<String> lines = new ArrayList<>();
    private long now;

    private Progress progress(String what, long doneBefore) {
        return new Progress(what, doneBefore, () -> now, lines::add);
    }

    private void pass(long seconds) {
        now += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void saysRateAndTimeLeftOfTheWorkOfThisRun() {
        Progress progress = progress("vectors", 11_350);
        pass(10);
        progress.at(12_000, 343_000);
        assertThat(lines).containsExactly("vectors 12,000 of 343,000, 65/s, 1 h 24 min left");
    }

    @Test
    void speaksEveryFiveSecondsAtMost() {
        Progress progress = progress("articles", 0);
        for (int i = 1; i <= 20; i++) {
            pass(1);
            progress.at(i, 200);
        }
        assertThat(lines).hasSize(4).first().isEqualTo("articles 5 of 200, 1.0/s, 3 min left");
    }

    @Test
    void shortWorkSaysNothing() {
        Progress progress = progress("articles", 0);
        pass(4);
        progress.at(100, 100);
        assertThat(lines).isEmpty();
    }

    @Test
    void doesNotGuessWithoutATotalOrARate() {
        Progress progress = progress("articles", 0);
        pass(5);
        progress.at(1_000, 0);
        pass(5);
        progress("vectors", 7).at(7, 10);
        assertThat(lines).containsExactly("articles 1,000, 200/s");
    }
}
