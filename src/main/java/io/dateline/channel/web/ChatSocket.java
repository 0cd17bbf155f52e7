package io.dateline.channel.web;

import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.channel.Wire;
import io.dateline.channel.access.Admission;
import io.dateline.channel.access.Person;
import io.dateline.conversation.ConversationStore;
import io.dateline.desk.AnswerDesk;
import io.dateline.desk.AnswerLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** The web socket at {@code /ws/chat}: does what the frames of the clients ask for. Binary frames end a connection. */
final class ChatSocket extends TextWebSocketHandler implements SubProtocolCapable {

    static final String PROTOCOL = "dateline.v1";

    /** Longest frame of a client. */
    static final int LONGEST_BYTES = 16 * 1024;

    /** The client did not say who it is, or nobody is known by what it said. */
    static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "unauthorized");

    /** The person has as many sockets open as one may. */
    static final CloseStatus TOO_MANY_SOCKETS = new CloseStatus(4429, "too many sockets");

    private final AnswerDesk desk;
    private final ConversationStore conversations;
    private final ClientFrameReader frames;
    private final Wire wire;
    private final ChatSessions sessions;
    private final Admission admission;

    ChatSocket(
            AnswerDesk desk,
            ConversationStore conversations,
            ClientFrameReader frames,
            Wire wire,
            ChatSessions sessions,
            Admission admission) {
        this.desk = desk;
        this.conversations = conversations;
        this.frames = frames;
        this.wire = wire;
        this.sessions = sessions;
        this.admission = admission;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        sessions.open(socket, (Person) socket.getAttributes().get(ChatHandshake.PERSON));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        sessions.closed(socket, status);
    }

    @Override
    protected void handlePongMessage(WebSocketSession socket, PongMessage message) {
        sessions.of(socket).ifPresent(ChatSession::heard);
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
        sessions.of(socket).ifPresent(session -> {
            session.heard();
            if (message.getPayload().getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
                session.close(CloseStatus.TOO_BIG_TO_PROCESS);
            } else {
                handle(session, frames.read(message.getPayload()));
            }
        });
    }

    private void handle(ChatSession session, ClientFrame frame) {
        if (frame instanceof ClientFrame.Authenticate authenticate) {
            authenticate(session, authenticate);
        } else {
            session.person()
                    .ifPresentOrElse(
                            person -> handle(session, person.owner(), frame), () -> refuse(session, UNAUTHORIZED));
        }
    }

    private void authenticate(ChatSession session, ClientFrame.Authenticate authenticate) {
        Optional<Person> person = session.person().or(() -> admission.holder(authenticate.token()));
        if (person.isEmpty()) {
            refuse(session, UNAUTHORIZED);
        } else if (session.person().isEmpty() && sessions.isFull(person.get())) {
            refuse(session, TOO_MANY_SOCKETS);
        } else {
            session.identify(person.get());
            session.say(wire.notice("authenticated"));
        }
    }

    private void refuse(ChatSession session, CloseStatus why) {
        Failed failed = why.equals(UNAUTHORIZED)
                ? new Failed(
                        "unauthorized", "Say who you are first: {\"type\": \"authenticate\", \"token\": …}.", false)
                : new Failed("rate_limited", "You have as many connections open as one person may.", true);
        session.say(wire.frame(null, 0, failed));
        session.closeWhenCaughtUp(why);
    }

    private void handle(ChatSession session, String owner, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Authenticate authenticate -> authenticate(session, authenticate);
            case ClientFrame.Ask ask -> ask(session, owner, ask);
            case ClientFrame.Stop stop -> desk.stop(stop.id(), owner);
            case ClientFrame.Resume resume -> resume(session, owner, resume);
            case ClientFrame.Judge judge -> judge(session, owner, judge);
            case ClientFrame.Refused refused -> session.say(refused.frame());
        }
    }

    private void ask(ChatSession session, String owner, ClientFrame.Ask ask) {
        String id = ask.question().id();
        if (session.follows(id)) {
            return;
        }
        if (session.isFull()) {
            session.say(wire.frame(id, 1, tooMany()));
        } else {
            session.follow(desk.ask(ask.question().of(owner)), 0);
        }
    }

    private void resume(ChatSession session, String owner, ClientFrame.Resume resume) {
        Optional<AnswerLog> log;
        try {
            log = desk.resume(resume.id(), owner);
        } catch (DataAccessException e) {
            session.say(wire.frame(resume.id(), 0, unavailable()));
            return;
        }
        if (log.isEmpty()) {
            session.say(wire.frame(resume.id(), 1, unknown()));
        } else if (!session.follow(log.get(), log.get().resumeAfter(resume.after()))) {
            session.say(wire.frame(resume.id(), 0, tooMany()));
        }
    }

    private void judge(ChatSession session, String owner, ClientFrame.Judge judge) {
        try {
            if (!conversations.ownedBy(owner).judge(judge.id(), judge.feedback())) {
                session.say(wire.frame(judge.id(), 0, unknown()));
            }
        } catch (DataAccessException e) {
            session.say(wire.frame(judge.id(), 0, unavailable()));
        }
    }

    private static Failed unknown() {
        return new Failed(
                "unknown_id", "This question is not known here; it was never asked, or it was deleted.", false);
    }

    private static Failed tooMany() {
        return new Failed("overloaded", "This connection has too many questions open already.", true);
    }

    private static Failed unavailable() {
        return new Failed("internal", "The database does not answer. Please try again in a moment.", true);
    }
}
