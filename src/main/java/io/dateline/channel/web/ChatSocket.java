package io.dateline.channel.web;

import io.dateline.answering.AnswerDesk;
import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.answering.AnswerLog;
import io.dateline.channel.Wire;
import io.dateline.conversation.ConversationStore;
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

    private final AnswerDesk desk;
    private final ConversationStore conversations;
    private final ClientFrameReader frames;
    private final Wire wire;
    private final ChatSessions sessions;

    ChatSocket(
            AnswerDesk desk,
            ConversationStore conversations,
            ClientFrameReader frames,
            Wire wire,
            ChatSessions sessions) {
        this.desk = desk;
        this.conversations = conversations;
        this.frames = frames;
        this.wire = wire;
        this.sessions = sessions;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        sessions.open(socket);
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
        switch (frame) {
            case ClientFrame.Ask ask -> ask(session, ask);
            case ClientFrame.Stop stop -> desk.stop(stop.id());
            case ClientFrame.Resume resume -> resume(session, resume);
            case ClientFrame.Judge judge -> judge(session, judge);
            case ClientFrame.Refused refused -> session.say(refused.frame());
        }
    }

    private void ask(ChatSession session, ClientFrame.Ask ask) {
        String id = ask.question().id();
        if (session.follows(id)) {
            return;
        }
        if (session.isFull()) {
            session.say(wire.frame(id, 1, tooMany()));
        } else {
            session.follow(desk.ask(ask.question()), 0);
        }
    }

    private void resume(ChatSession session, ClientFrame.Resume resume) {
        Optional<AnswerLog> log;
        try {
            log = desk.resume(resume.id());
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

    private void judge(ChatSession session, ClientFrame.Judge judge) {
        try {
            if (!conversations.judge(judge.id(), judge.feedback())) {
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
