package io.dateline.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One connection of a page to the chat socket, which asks one question after the other. */
final class Client implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE_SECONDS = 120;

    private record Frame(String text, long at) {}

    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    Client(HttpClient http, int port) {
        socket = http.newWebSocketBuilder()
                .subprotocols("dateline.v1")
                .header("Origin", "http://localhost:" + port)
                .buildAsync(URI.create("ws://localhost:" + port + "/ws/chat"), this)
                .join();
    }

    /**
     * Asks, and comes back at the end of the answer.
     *
     * @param listener gets each frame with the {@link System#nanoTime} at which it was here
     * @throws IOException when it ends in another way than {@code completed}
     */
    JsonNode ask(String question, ObjLongConsumer<JsonNode> listener) throws IOException, InterruptedException {
        socket.sendText(
                        JSON.writeValueAsString(JSON.createObjectNode()
                                .put("type", "ask")
                                .put("id", UUID.randomUUID().toString())
                                .put("question", question)),
                        true)
                .join();
        while (true) {
            Frame frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new IOException("no answer to “" + question + "”");
            }
            JsonNode json = JSON.readTree(frame.text());
            listener.accept(json, frame.at());
            switch (json.path("type").asString()) {
                case "completed" -> {
                    return json;
                }
                case "failed", "stopped" -> throw new IOException("no answer to “" + question + "”: " + frame.text());
                default -> {
                    // The answer goes on.
                }
            }
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            frames.add(new Frame(partial.toString(), System.nanoTime()));
            partial.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
