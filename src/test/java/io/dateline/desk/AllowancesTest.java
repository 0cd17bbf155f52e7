package io.dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.Question;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AllowancesTest {

    private Instant now = Instant.parse("2026-11-24T09:00:00Z");

    private final Allowances allowances = new Allowances(
            new DeskProperties(
                    8, 64, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1), 10, 10, 10, 6, 10, 2),
            () -> now);

    @Test
    void aPersonAsksTenQuestionsWithinAnyMinute() {
        for (int i = 0; i < 10; i++) {
            assertThat(allowances.take("ann")).isEmpty();
            allowances.ended("ann");
            now = now.plusSeconds(1);
        }
        assertThat(allowances.take("ann")).hasValueSatisfying(refused -> {
            assertThat(refused.code()).isEqualTo("rate_limited");
            assertThat(refused.message()).contains("10 questions within a minute", "again in 50 seconds");
        });
        assertThat(allowances.take("bob")).isEmpty();

        now = now.plusSeconds(50);
        assertThat(allowances.take("ann")).isEmpty();
        assertThat(allowances.take("ann")).isPresent();
    }

    @Test
    void aPersonHasTwoQuestionsRunning() {
        assertThat(allowances.take("ann")).isEmpty();
        assertThat(allowances.take("ann")).isEmpty();
        assertThat(allowances.take("ann"))
                .hasValueSatisfying(refused -> assertThat(refused.message()).contains("2 questions running"));

        allowances.ended("ann");
        assertThat(allowances.take("ann")).isEmpty();
    }

    @Test
    void nobodyInParticularAsksWithoutLimit() {
        for (int i = 0; i < 1000; i++) {
            assertThat(allowances.take(Question.NOBODY)).isEmpty();
        }
    }
}
