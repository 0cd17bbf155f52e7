package io.dateline.channel.web;

import io.dateline.channel.access.Admission;
import io.dateline.channel.access.Person;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Opens a socket only for a client that speaks the protocol, and while there is room. */
final class ChatHandshake implements HandshakeInterceptor {

    /** Under which the socket's attributes tell who opened it, where a cookie or a header said so. */
    static final String PERSON = "person";

    private final ChatSessions sessions;
    private final Admission admission;

    ChatHandshake(ChatSessions sessions, Admission admission) {
        this.sessions = sessions;
        this.admission = admission;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        boolean speaksIt = request.getHeaders().getOrEmpty("Sec-WebSocket-Protocol").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(protocol -> protocol.strip().equals(ChatSocket.PROTOCOL));
        Optional<Person> person = request instanceof ServletServerHttpRequest call
                ? admission.sender(call.getServletRequest())
                : Optional.empty();
        if (!speaksIt) {
            response.setStatusCode(HttpStatus.BAD_REQUEST);
        } else if (sessions.isFull()) {
            response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        } else if (person.filter(sessions::isFull).isPresent()) {
            response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
        } else {
            person.ifPresent(who -> attributes.put(PERSON, who));
            return true;
        }
        return false;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception exception) {
        // Nothing is left to do.
    }
}
