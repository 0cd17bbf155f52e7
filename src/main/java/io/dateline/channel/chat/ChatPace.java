package io.dateline.channel.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time that passes between calls. */
public interface ChatPace extends InstantSource {

    /** The time of the clock on the wall. */
    ChatPace REAL = new ChatPace() {
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
