package io.dateline.channel.web;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Opens a socket only for a client that speaks the protocol, and while there is room. */
final class ChatHandshake implements HandshakeInterceptor {

    private final ChatSessions sessions;

    ChatHandshake(ChatSessions sessions) {
        this.sessions = sessions;
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
        if (!speaksIt) {
            response.setStatusCode(HttpStatus.BAD_REQUEST);
        } else if (sessions.isFull()) {
            response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
        } else {
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
