package io.dateline.channel.web;

import io.dateline.channel.Wire;
import io.dateline.channel.access.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;

/** The open sockets of this server, bounded in number. Thread-safe. */
final class ChatSessions implements AutoCloseable {

    /** How long one blocking send of Tomcat may take, in milliseconds; 20 s when it is not set. */
    private static final String SEND_LIMIT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private static final long PULSE_MS = 500;

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(3);

    private final Wire wire;
    private final WebProperties limits;
    private final Map<String, ChatSession> sessions = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("socket-pulse").daemon().factory());
    private final ScheduledFuture<?> pulse;

    ChatSessions(Wire wire, WebProperties limits) {
        this.wire = wire;
        this.limits = limits;
        this.pulse = timer.scheduleWithFixedDelay(
                () -> sessions.values().forEach(ChatSession::checkPulse), PULSE_MS, PULSE_MS, TimeUnit.MILLISECONDS);
    }

    boolean isFull() {
        return size() >= limits.sockets();
    }

    int size() {
        return sessions.size();
    }

    /** Whether this person has as many sockets open as one may. */
    boolean isFull(Person person) {
        return !person.isAnybody()
                && sessions.values().stream()
                                .filter(session ->
                                        session.person().filter(person::equals).isPresent())
                                .count()
                        >= limits.socketsPerPerson();
    }

    /** @param person null as long as it is not known who the client is */
    void open(WebSocketSession socket, @Nullable Person person) {
        if (socket instanceof StandardWebSocketSession standard) {
            standard.getNativeSession()
                    .getUserProperties()
                    .put(SEND_LIMIT, limits.sendLimit().toMillis());
        }
        ChatSession session = new ChatSession(socket, person, wire, limits);
        sessions.put(socket.getId(), session);
        session.open();
    }

    Optional<ChatSession> of(WebSocketSession socket) {
        return Optional.ofNullable(sessions.get(socket.getId()));
    }

    void closed(WebSocketSession socket, CloseStatus status) {
        ChatSession session = sessions.remove(socket.getId());
        if (session != null) {
            session.close(status);
        }
    }

    /** Says goodbye to every client, after what it has still to be told. Waits for them a few seconds at most. */
    @Override
    public void close() {
        pulse.cancel(false);
        timer.shutdownNow();
        List<ChatSession> open = List.copyOf(sessions.values());
        open.forEach(session -> session.closeWhenCaughtUp(CloseStatus.GOING_AWAY));
        Instant deadline = Instant.now().plus(LONGEST_GOODBYE);
        try {
            for (ChatSession session : open) {
                session.awaitClosed(Duration.between(Instant.now(), deadline));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
