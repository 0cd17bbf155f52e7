package io.dateline.channel.web;

import io.dateline.channel.Wire;
import io.dateline.channel.access.Person;
import io.dateline.desk.AnswerLog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/**
 * One open socket: the questions it follows, and the one thread that sends to it. Thread-safe.
 *
 * <p>Nothing waits for the client but that thread. It reads the logs as fast as the client takes them in, one event of each in
 * turn, so all that is queued for a slow client is a place in each log.
 */
final class ChatSession {

    private static final Logger LOG = LoggerFactory.getLogger(ChatSession.class);

    /** Answers to frames that could not be used, and not yet sent. */
    private static final int MOST_NOTICES = 200;

    private final WebSocketSession socket;
    private final Wire wire;
    private final WebProperties limits;
    private final Map<String, Followed> followed = new LinkedHashMap<>();
    private final Queue<String> notices = new ArrayDeque<>();
    private final Semaphore news = new Semaphore(0);
    private final Runnable wake = news::release;
    private boolean isPingDue;
    private volatile @Nullable Person person;
    private final long openedNanos = System.nanoTime();
    private long blockedNanos;
    private volatile long heardNanos = System.nanoTime();
    private volatile long pingedNanos = System.nanoTime();
    private volatile @Nullable CloseStatus parting;
    private volatile @Nullable CloseStatus closing;
    private volatile @Nullable Thread closer;
    private final Thread sender;

    /** @param person null as long as it is not known who the client is */
    ChatSession(WebSocketSession socket, @Nullable Person person, Wire wire, WebProperties limits) {
        this.person = person;
        this.socket = socket;
        this.wire = wire;
        this.limits = limits;
        this.sender = Thread.ofVirtual().name("socket-" + socket.getId()).unstarted(this::send);
    }

    private record Followed(AnswerLog log, int seq) {}

    /**
     * Sends the events after number {@code after}, and those to come. False, and nothing happens, when the socket follows as
     * many questions as it may.
     */
    synchronized boolean follow(AnswerLog log, int after) {
        Followed before = followed.get(log.id());
        if (before == null && followed.size() >= limits.asksPerSocket()) {
            return false;
        }
        if (before != null) {
            before.log().unlisten(wake);
        }
        followed.put(log.id(), new Followed(log, after));
        log.listen(wake);
        wake.run();
        return true;
    }

    synchronized boolean isFull() {
        return followed.size() >= limits.asksPerSocket();
    }

    synchronized boolean follows(String id) {
        return followed.containsKey(id);
    }

    /** Sends a frame that belongs to no log. */
    void say(String frame) {
        synchronized (this) {
            if (notices.size() < MOST_NOTICES) {
                notices.add(frame);
                wake.run();
                return;
            }
        }
        close(CloseStatus.SESSION_NOT_RELIABLE.withReason("too slow"));
    }

    /** Who the client is, once that is known. */
    Optional<Person> person() {
        return Optional.ofNullable(person);
    }

    void identify(Person who) {
        person = who;
    }

    /** The client gave a sign of life. */
    void heard() {
        heardNanos = System.nanoTime();
    }

    /** Asks the client for a sign of life when it is time, and gives it up when there was none for too long. */
    void checkPulse() {
        long now = System.nanoTime();
        if (now - heardNanos > limits.silence().toNanos()) {
            close(CloseStatus.SESSION_NOT_RELIABLE.withReason("silent"));
        } else if (person == null && now - openedNanos > limits.signIn().toNanos()) {
            close(ChatSocket.UNAUTHORIZED);
        } else if (now - pingedNanos > limits.ping().toNanos()) {
            pingedNanos = now;
            synchronized (this) {
                isPingDue = true;
            }
            wake.run();
        }
    }

    /** Closes the socket as soon as what is being sent is sent. Does not wait for it. */
    void close(CloseStatus status) {
        synchronized (this) {
            if (closing != null) {
                return;
            }
            closing = status;
            followed.values().forEach(question -> question.log().unlisten(wake));
            closer = Thread.ofVirtual().start(() -> {
                try {
                    socket.close(status);
                } catch (IOException e) {
                    LOG.debug("Socket {} was gone when it was closed", socket.getId(), e);
                }
            });
        }
        wake.run();
    }

    /** Closes the socket when all that has happened by then is sent. Does not wait for it. */
    void closeWhenCaughtUp(CloseStatus status) {
        parting = status;
        wake.run();
    }

    /** Waits until the socket is closed; at most that long. */
    void awaitClosed(Duration atMost) throws InterruptedException {
        if (sender.join(atMost) && closer != null) {
            closer.join(atMost);
        }
    }

    /** Starts sending. */
    void open() {
        sender.start();
    }

    /** Sends until the socket is closed. */
    private void send() {
        try {
            while (closing == null) {
                if (!sendNext()) {
                    if (parting != null) {
                        close(parting);
                        return;
                    }
                    blockedNanos = 0;
                    news.acquire();
                    news.drainPermits();
                }
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Socket {} takes no more", socket.getId(), e);
            close(CloseStatus.SESSION_NOT_RELIABLE.withReason("too slow"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One of each that waits; false when nothing does. */
    private boolean sendNext() throws IOException {
        boolean isAnything = false;
        for (WebSocketMessage<?> message : notices()) {
            send(message);
            isAnything = true;
        }
        for (Followed question : questions()) {
            AnswerLog.Entry next = question.log().after(question.seq()).orElse(null);
            if (next != null && closing == null) {
                isAnything = true;
                if (advance(question, next)) {
                    send(new TextMessage(wire.frame(question.log().id(), next)));
                }
            }
        }
        return isAnything;
    }

    private void send(WebSocketMessage<?> message) throws IOException {
        if (closing != null) {
            return;
        }
        long start = System.nanoTime();
        socket.sendMessage(message);
        blockedNanos += System.nanoTime() - start;
        if (Duration.ofNanos(blockedNanos).compareTo(limits.patience()) > 0) {
            close(CloseStatus.SESSION_NOT_RELIABLE.withReason("too slow"));
        }
    }

    private synchronized List<WebSocketMessage<?>> notices() {
        List<WebSocketMessage<?>> due = new ArrayList<>();
        if (isPingDue) {
            isPingDue = false;
            due.add(new PingMessage());
        }
        while (!notices.isEmpty()) {
            due.add(new TextMessage(notices.remove()));
        }
        return due;
    }

    private synchronized List<Followed> questions() {
        return List.copyOf(followed.values());
    }

    /**
     * Done before the event is sent, so that a client that answers to the last event finds its question no longer followed. False
     * when a {@code resume} moved the place elsewhere meanwhile: the event is not to be sent from here.
     */
    private synchronized boolean advance(Followed question, AnswerLog.Entry next) {
        if (!question.equals(followed.get(question.log().id()))) {
            return false;
        }
        if (next.isLast()) {
            followed.remove(question.log().id());
            question.log().unlisten(wake);
        } else {
            followed.put(question.log().id(), new Followed(question.log(), next.seq()));
        }
        return true;
    }
}
