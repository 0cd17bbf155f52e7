package io.dateline.channel.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time that passes between calls. */
interface SlackPace extends InstantSource {

    /** The time of the clock on the wall. */
    SlackPace REAL = new SlackPace() {
        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    };

    void pause(Duration duration) throws InterruptedException;
}
