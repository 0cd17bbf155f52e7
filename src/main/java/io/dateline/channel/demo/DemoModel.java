package io.dateline.channel.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server that speaks OpenAI's chat completions, streamed, on loopback, and writes what a script makes of the prompt. No model is
 * behind it.
 */
public final class DemoModel implements Closeable {

    /** What it is called where models are listed. */
    public static final String NAME = "demo-script";

    private static final Pattern BEHIND_A_SPACE = Pattern.compile("(?<= )");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<String, String> script;
    private final Duration pace;

    /**
     * @param port 0 for any that is free
     * @param script the prompt to what is written
     * @param pace between two words
     */
    public DemoModel(int port, Function<String, String> script, Duration pace) throws IOException {
        this.script = script;
        this.pace = pace;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(requests);
        server.createContext("/v1/models", this::models);
        server.createContext("/v1/chat/completions", this::complete);
    }

    /** Begins to answer, until it is closed. */
    public void start() {
        server.start();
    }

    /** What {@code dateline.model.base-url} must be. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    private void models(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = JSON.writeValueAsBytes(Map.of(
                    "object", "list", "data", List.of(Map.of("id", NAME, "object", "model", "owned_by", "dateline"))));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void complete(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = JSON.readTree(exchange.getRequestBody());
            String prompt = request.path("messages")
                    .path(request.path("messages").size() - 1)
                    .path("content")
                    .asString("");
            String text = script.apply(prompt);
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            for (String word : BEHIND_A_SPACE.split(text, -1)) {
                send(out, Map.of("content", word), null);
                LockSupport.parkNanos(pace.toNanos());
            }
            send(out, Map.of(), "stop");
            out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(OutputStream out, Map<String, String> delta, @Nullable String finish) throws IOException {
        Map<String, Object> choice = new HashMap<>(Map.of("index", 0, "delta", delta));
        choice.put("finish_reason", finish);
        String event = "data: "
                + JSON.writeValueAsString(Map.of(
                        "id", "demo", "object", "chat.completion.chunk", "model", NAME, "choices", List.of(choice)))
                + "\n\n";
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        requests.shutdownNow();
    }
}
