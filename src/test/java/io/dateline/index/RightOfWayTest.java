package io.dateline.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RightOfWayTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000);
    private boolean somebodyKeepsSearching;
    private final RightOfWay way = new RightOfWay(now::get, nanos -> {
        now.addAndGet(nanos);
        if (somebodyKeepsSearching) {
            this.search();
        }
    });

    private void search() {
        way.take();
    }

    private Duration waited() {
        long began = now.get();
        way.give();
        return Duration.ofNanos(now.get() - began);
    }

    @Test
    void whoWritesDoesNotWaitWhereNobodySearches() {
        assertThat(waited()).isZero();
    }

    @Test
    void whoWritesWaitsUntilTheSearchIsOver() {
        way.take();
        assertThat(waited()).isBetween(RightOfWay.QUIET, RightOfWay.QUIET.plusMillis(5));
        assertThat(waited()).isZero();
    }

    @Test
    void underASteadyStreamOfSearchesHalfOfTheTimeIsLeftForWriting() {
        somebodyKeepsSearching = true;
        way.take();
        Duration first = waited();
        assertThat(first).isBetween(RightOfWay.LONGEST_WAIT, RightOfWay.LONGEST_WAIT.plusMillis(5));
        way.take();
        assertThat(waited()).isZero();
        now.addAndGet(first.toNanos() - 1);
        way.take();
        assertThat(waited()).isZero();
        now.addAndGet(1);
        way.take();
        assertThat(waited()).isEqualTo(first);
    }

    @Test
    void itIsKnownHowLongNobodyHasSearched() {
        way.take();
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(way.sinceLastSearch()).isEqualTo(Duration.ofSeconds(3));
    }
}
