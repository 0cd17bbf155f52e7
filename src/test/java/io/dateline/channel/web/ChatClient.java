package io.dateline.channel.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the chat socket that keeps what it was sent. */
public final class ChatClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    public ChatClient(int port) {
        this(port, "");
    }

    /** @param query what stands behind the address */
    public ChatClient(int port, String query) {
        socket = HTTP.newWebSocketBuilder()
                .subprotocols("dateline.v1")
                .header("Origin", "http://localhost:" + port)
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/chat" + query), this)
                .join();
    }

    public ChatClient send(String frame) {
        socket.sendText(frame.replace('\'', '"'), true).join();
        return this;
    }

    public void ask(String id, String question) {
        send(JSON.writeValueAsString(Map.of("type", "ask", "id", id, "question", question)));
    }

    public void sendBinary() {
        socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
    }

    public void sendInTwoFragments(String first, String second) {
        socket.sendText(first, false).join();
        socket.sendText(second, true).join();
    }

    public String next() throws InterruptedException {
        String frame = frames.poll(20, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame came within 20 s");
        }
        return frame;
    }

    public JsonNode nextJson() throws InterruptedException {
        return JSON.readTree(next());
    }

    /** The frames up to the terminal one. */
    public List<String> untilEnd() throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (all.isEmpty() || !isTerminal(all.getLast())) {
            all.add(next());
        }
        return all;
    }

    public static boolean isTerminal(String frame) {
        return List.of("completed", "stopped", "failed")
                .contains(JSON.readTree(frame).path("type").stringValue());
    }

    public int closeCode() throws Exception {
        return closed.get(20, TimeUnit.SECONDS);
    }

    /** Gone without a goodbye. */
    public void vanish() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(partial.toString());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
