package io.dateline.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private final PollSchedule schedule = new PollSchedule(Duration.ofMinutes(15));

    @Test
    void asksAtItsIntervalAFifthSoonerOrLater() {
        assertThat(schedule.next(0, Duration.ZERO, 0)).isEqualTo(Duration.ofMinutes(12));
        assertThat(schedule.next(0, Duration.ZERO, 0.5)).isEqualTo(Duration.ofMinutes(15));
        assertThat(schedule.next(0, Duration.ZERO, 1)).isEqualTo(Duration.ofMinutes(18));
    }

    @Test
    void asksTwiceAsLateAfterEachFailureUpToADay() {
        assertThat(schedule.next(1, Duration.ZERO, 0.5)).isEqualTo(Duration.ofMinutes(30));
        assertThat(schedule.next(3, Duration.ZERO, 0.5)).isEqualTo(Duration.ofHours(2));
        assertThat(schedule.next(1_000_000, Duration.ZERO, 0.5)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void leavesAServerAloneAsLongAsItAsksFor() {
        assertThat(schedule.next(1, Duration.ofHours(3), 0.5)).isEqualTo(Duration.ofHours(3));
        assertThat(schedule.next(1, Duration.ofMinutes(1), 0.5)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void keepsAnIntervalThatIsLongerThanADay() {
        assertThat(new PollSchedule(Duration.ofDays(7)).next(0, Duration.ZERO, 0.5))
                .isEqualTo(Duration.ofDays(7));
    }
}
