package io.dateline.channel.slack;

import io.dateline.channel.chat.ChatPace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody waits, or when a test says so. */
final class VirtualPace implements ChatPace {

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(1_800_000_000);

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void pause(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
