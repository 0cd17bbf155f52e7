package io.dateline.channel.slack;

import com.slack.api.Slack;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import com.slack.api.socket_mode.response.AckResponse;
import io.dateline.channel.chat.ChatInbox;
import io.dateline.channel.chat.ChatPace;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Socket Mode: what Slack sends over a socket that Dateline opens, so that no address of it needs to be public. The SDK's client
 * keeps the socket open; what comes is acknowledged on the thread that reads it, before anything looks at it. When there is no
 * room, nothing is acknowledged, and Slack sends it again.
 */
final class SlackSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SlackSocket.class);

    /** Threads of the SDK that look for {@code hello} and {@code disconnect}. */
    private static final int CONCURRENCY = 1;

    private static final long CHECK_MILLIS = 5_000;

    private static final Duration LONGEST_BETWEEN_TRIES = Duration.ofMinutes(1);

    private final Slack slack;
    private final String appToken;
    private final SlackEvents events;
    private final ChatInbox inbox;
    private final JsonMapper mapper;
    private final Thread opener;
    private volatile @Nullable SocketModeClient client;

    SlackSocket(Slack slack, String appToken, SlackEvents events, ChatInbox inbox, JsonMapper mapper) {
        this.slack = slack;
        this.appToken = appToken;
        this.events = events;
        this.inbox = inbox;
        this.mapper = mapper;
        this.opener = Thread.ofVirtual().name("slack-socket").unstarted(this::open);
    }

    /** Begins to open the socket; it goes on trying while Slack is not reached. */
    void start() {
        opener.start();
    }

    @Override
    public void close() {
        opener.interrupt();
        SocketModeClient open = client;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("The socket to Slack was not closed cleanly", e);
            }
        }
    }

    private void open() {
        Duration wait = Duration.ofSeconds(1);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                SocketModeClient opened = new SocketModeClientJavaWSImpl(
                        slack,
                        appToken,
                        slack.issueSocketModeUrl(appToken),
                        CONCURRENCY,
                        new Incoming(),
                        true,
                        true,
                        CHECK_MILLIS);
                client = opened;
                opened.connect();
                return;
            } catch (IOException | URISyntaxException | IllegalStateException e) {
                LOG.warn("Slack cannot be reached, next try in {} s: {}", wait.toSeconds(), e.getMessage());
            }
            try {
                ChatPace.REAL.pause(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Duration longer = wait.multipliedBy(2);
            wait = longer.compareTo(LONGEST_BETWEEN_TRIES) > 0 ? LONGEST_BETWEEN_TRIES : longer;
        }
    }

    /** Takes every message as it comes; only what is about the socket itself is left to the SDK. */
    private final class Incoming implements SocketModeMessageQueue {

        /** More than Slack says about one socket. */
        private static final int MOST = 100;

        private final BlockingQueue<String> aboutTheSocket = new ArrayBlockingQueue<>(MOST);

        @Override
        public void add(String message) {
            String envelope = envelope(message);
            if (envelope.isEmpty()) {
                if (!aboutTheSocket.offer(message)) {
                    LOG.warn("Slack says too much about its socket; passed over: {}", message);
                }
            } else if (inbox.offer(() -> events.handleEnvelope(message))) {
                acknowledge(envelope);
            }
        }

        @Override
        public @Nullable String poll() {
            return aboutTheSocket.poll();
        }

        private void acknowledge(String envelope) {
            SocketModeClient open = client;
            if (open == null) {
                return;
            }
            try {
                open.sendSocketModeResponse(new AckResponse(envelope));
            } catch (RuntimeException e) {
                // The socket is just being changed for another: Slack sends it again, and it is known by then.
                LOG.info("A message of Slack could not be acknowledged: {}", e.getMessage());
            }
        }

        private String envelope(String message) {
            try {
                return mapper.readTree(message).path("envelope_id").asString("");
            } catch (JacksonException e) {
                return "";
            }
        }
    }
}
