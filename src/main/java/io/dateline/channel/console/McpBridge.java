package io.dateline.channel.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries messages of the Model Context Protocol, one a line, to the endpoint of a running server, and its answers back; what
 * they say is the server's business. Several may be on their way at a time.
 */
final class McpBridge {

    private static final int MOST_AT_ONCE = 16;

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Longer than the server lets any answer take. */
    private static final Duration ANSWER = Duration.ofSeconds(150);

    /** JSON-RPC's range for errors of the server begins here. */
    private static final int SERVER_ERROR = -32_000;

    private static final int PARSE_ERROR = -32_700;

    private final URI endpoint;
    private final PrintStream out;
    private final JsonMapper mapper = new JsonMapper();
    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
    private volatile @Nullable String protocolVersion;

    McpBridge(URI endpoint, PrintStream out) {
        this.endpoint = endpoint;
        this.out = out;
    }

    /** Until the client closes {@code in}, and every message that came is answered. */
    void run(InputStream in) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    String message = line;
                    atOnce.acquire();
                    Thread.ofVirtual().start(() -> {
                        try {
                            carry(http, message);
                        } finally {
                            atOnce.release();
                        }
                    });
                }
            }
            atOnce.acquire(MOST_AT_ONCE);
        }
    }

    private void carry(HttpClient http, String message) {
        JsonNode id = null;
        try {
            JsonNode request = mapper.readTree(message);
            id = request.get("id");
            HttpRequest.Builder post = HttpRequest.newBuilder(endpoint)
                    .timeout(ANSWER)
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofString(message));
            RunningServer.authorization().ifPresent(value -> post.header("Authorization", value));
            if (protocolVersion != null) {
                post.header("MCP-Protocol-Version", protocolVersion);
            }
            HttpResponse<String> response = http.send(post.build(), HttpResponse.BodyHandlers.ofString());
            deliver(id, response);
        } catch (JacksonException e) {
            fail(id, PARSE_ERROR, "A line must be one JSON-RPC message.");
        } catch (IOException e) {
            fail(id, SERVER_ERROR, "The server at " + endpoint + " does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(@Nullable JsonNode id, HttpResponse<String> response) {
        if (response.statusCode() == 200) {
            JsonNode answer = mapper.readTree(response.body());
            JsonNode version = answer.at("/result/protocolVersion");
            if (version.isString()) {
                protocolVersion = version.stringValue();
            }
            say(answer);
        } else if (response.statusCode() != 202) {
            fail(
                    id,
                    SERVER_ERROR,
                    "The server at " + endpoint + " answered with status " + response.statusCode() + ".");
        }
    }

    /** A notification, which has no id, gets no answer. */
    private void fail(@Nullable JsonNode id, int code, String message) {
        if (id == null && code != PARSE_ERROR) {
            System.err.println("dateline: " + message);
            return;
        }
        ObjectNode answer = mapper.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", id == null ? mapper.nullNode() : id);
        answer.putObject("error").put("code", code).put("message", message);
        say(answer);
    }

    private void say(JsonNode message) {
        byte[] line = (mapper.writeValueAsString(message) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.writeBytes(line);
            out.flush();
        }
    }
}
