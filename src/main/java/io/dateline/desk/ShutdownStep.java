package io.dateline.desk;

import org.springframework.context.SmartLifecycle;

/**
 * Something that ends when the program does, while other beans still work. Thread-safe.
 *
 * <p>Steps of a higher phase end first. What was ended does not begin again, so a pause of the context ends nothing.
 */
public final class ShutdownStep implements SmartLifecycle {

    private final int phase;
    private final Runnable end;
    private volatile boolean running;

    /** @param phase as {@link SmartLifecycle#getPhase()} */
    public ShutdownStep(int phase, Runnable end) {
        this.phase = phase;
        this.end = end;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        end.run();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
