package io.dateline.channel.console;

import io.dateline.index.ReadingProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far reading is: in a terminal a bar that is drawn over itself some times a second, elsewhere a line now and then. The time
 * left is guessed from the bytes read so far. For one thread.
 */
final class ProgressBar implements ReadingProgress {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(200);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long began;
    private long last;
    private int drawn;

    ProgressBar(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        began = nanoTime.getAsLong();
        last = began;
    }

    @Override
    public void at(long articles, long bytesRead, long bytesInAll) {
        long now = nanoTime.getAsLong();
        Duration pause = terminal ? BETWEEN_DRAWINGS : BETWEEN_LINES;
        if (now - last < pause.toNanos()) {
            return;
        }
        last = now;
        String line = line(articles, bytesRead, bytesInAll, now - began);
        if (terminal) {
            // Spaces cover what a longer line left behind.
            out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            drawn = line.length();
        } else {
            out.println(line);
        }
        out.flush();
    }

    /** Leaves the line, so that what is printed next begins one. */
    void end() {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            out.flush();
        }
    }

    private static String line(long articles, long bytesRead, long bytesInAll, long nanos) {
        double share = bytesInAll == 0 ? 0 : Math.min(1, (double) bytesRead / bytesInAll);
        int full = (int) (share * WIDTH);
        long left = share == 0 ? 0 : Math.round(nanos / 1e9 * (1 - share) / share);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %,d articles, %,.0f/s, %s left",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                share * 100,
                articles,
                articles * 1e9 / nanos,
                share == 0 ? "?" : left < 90 ? left + " s" : Math.round(left / 60.0) + " min");
    }
}
