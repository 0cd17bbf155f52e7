package io.dateline.inference;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests to a language model's server that one question opened, so that they can be ended from outside. A chat model gives no
 * handle before its first token; so whoever asks it opens an upstream around the call, and the HTTP client finds it by the thread.
 * Thread-safe.
 */
public final class Upstream implements Closeable {

    private static final ThreadLocal<@Nullable Upstream> CURRENT = new ThreadLocal<>();

    private final List<Thread> requests = new ArrayList<>();
    private final List<InputStream> bodies = new ArrayList<>();
    private boolean closed;

    /** Asks a model; the requests it opens on this thread belong to the upstream that comes back. */
    public static Upstream of(Runnable asking) {
        Upstream upstream = new Upstream();
        CURRENT.set(upstream);
        try {
            asking.run();
        } finally {
            CURRENT.remove();
        }
        return upstream;
    }

    /** The one around the call that this thread is in; one that nobody closes where there is none. */
    static Upstream ofThisThread() {
        Upstream current = CURRENT.get();
        return current == null ? new Upstream() : current;
    }

    /** Runs a request on a virtual thread, which is interrupted on closing. */
    synchronized void run(Runnable request) {
        if (!closed) {
            requests.add(Thread.ofVirtual().name("language-model").start(request));
        }
    }

    /** Closes the body with the upstream, or at once if that is closed already. */
    InputStream closing(InputStream body) throws IOException {
        synchronized (this) {
            if (!closed) {
                bodies.add(body);
                return body;
            }
        }
        body.close();
        return body;
    }

    /** Ends what still runs, which closes its connection to the server. Returns at once. */
    @Override
    public void close() {
        List<InputStream> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(bodies);
            requests.forEach(Thread::interrupt);
        }
        for (InputStream body : open) {
            try {
                body.close();
            } catch (IOException e) {
                // It was to be thrown away, and is.
            }
        }
    }
}
