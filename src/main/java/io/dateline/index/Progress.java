package io.dateline.index;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells how far a long piece of work is, in one line every few seconds; short work says nothing. For one thread. */
final class Progress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final String what;
    private final LongSupplier nanoTime;
    private final Consumer<String> lines;
    private final long doneBefore;
    private final long began;
    private long lastLine;

    /**
     * @param what is counted: {@code "vectors"}
     * @param doneBefore how many were there before this work began; they say nothing about its rate
     */
    Progress(String what, long doneBefore, LongSupplier nanoTime, Consumer<String> lines) {
        this.what = what;
        this.doneBefore = doneBefore;
        this.nanoTime = nanoTime;
        this.lines = lines;
        began = nanoTime.getAsLong();
        lastLine = began;
    }

    /** @param total 0 when unknown */
    void at(long done, long total) {
        long now = nanoTime.getAsLong();
        if (now - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = now;
            lines.accept(line(done, total, now - began));
        }
    }

    private String line(long done, long total, long nanos) {
        double perSecond = (done - doneBefore) * 1e9 / nanos;
        String rate = String.format(Locale.ROOT, perSecond < 10 ? "%.1f/s" : "%,.0f/s", perSecond);
        if (total == 0 || perSecond <= 0) {
            return String.format(Locale.ROOT, "%s %,d, %s", what, done, rate);
        }
        String left = time(Math.round((total - done) / perSecond));
        return String.format(Locale.ROOT, "%s %,d of %,d, %s, %s left", what, done, total, rate, left);
    }

    private static String time(long seconds) {
        if (seconds < 60) {
            return Math.max(0, seconds) + " s";
        }
        long minutes = seconds / 60;
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
