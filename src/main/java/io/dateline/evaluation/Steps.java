package io.dateline.evaluation;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells in a line every second how far a long count is, how fast it goes and how long it will take. For one thread. */
final class Steps {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final String what;
    private final int all;
    private final Consumer<String> lines;
    private final long began = System.nanoTime();
    private long lastLine = began;
    private int done;

    Steps(String what, int all, Consumer<String> lines) {
        this.what = what;
        this.all = all;
        this.lines = lines;
    }

    void done() {
        done++;
        long now = System.nanoTime();
        if (now - lastLine >= BETWEEN_LINES.toNanos() || done == all) {
            lastLine = now;
            double perSecond = done * 1e9 / (now - began);
            lines.accept(String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d questions, %.1f/s, %,.0f s left",
                    what,
                    done,
                    all,
                    perSecond,
                    (all - done) / perSecond));
        }
    }
}
