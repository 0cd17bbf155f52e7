package io.dateline.channel.slack;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slack's Web API on the loopback address. It takes everything, unless a test has it do something else. */
public final class FakeSlack implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Answering> scripts = new ConcurrentHashMap<>();
    private final Map<String, StringBuilder> messages = new LinkedHashMap<>();
    private final List<String> threads = new ArrayList<>();
    private final AtomicInteger posted = new AtomicInteger();

    /** What was called, with its parameters. */
    public record Call(String method, Map<String, String> parameters) {

        public String get(String parameter) {
            return parameters.getOrDefault(parameter, "");
        }

        JsonNode blocks() {
            return JSON.readTree(parameters.getOrDefault("blocks", "[]"));
        }

        /** The text of the block of Markdown. */
        String markdown() {
            return blocks().valueStream()
                    .filter(block -> block.path("type").asString("").equals("markdown"))
                    .map(block -> block.path("text").asString(""))
                    .findFirst()
                    .orElse("");
        }
    }

    /** What is sent back. */
    record Reply(int status, String body, Map<String, String> headers) {

        static Reply ok(String more) {
            return new Reply(200, "{\"ok\":true" + (more.isEmpty() ? "" : "," + more) + "}", Map.of());
        }

        static Reply error(String error) {
            return new Reply(200, "{\"ok\":false,\"error\":\"" + error + "\"}", Map.of());
        }

        static Reply tooMany(int seconds) {
            return new Reply(
                    429, "{\"ok\":false,\"error\":\"ratelimited\"}", Map.of("Retry-After", String.valueOf(seconds)));
        }
    }

    interface Answering {

        Reply reply(Call call) throws InterruptedException;
    }

    public FakeSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/", this::handle);
        server.createContext("/hooks/", this::hook);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
    }

    /** Where what only one person sees is sent; it is recorded as calls of {@code response_url}. */
    public String hookUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/1";
    }

    void on(String method, Answering script) {
        scripts.put(method, script);
    }

    /** What the method replies when no test says otherwise. */
    Reply usual(Call call) {
        String ts = "1800000000." + String.format("%06d", posted.incrementAndGet());
        return switch (call.method()) {
            case "chat.postMessage", "chat.startStream" ->
                Reply.ok("\"channel\":\"" + call.get("channel") + "\",\"ts\":\"" + ts + "\"");
            case "chat.postEphemeral" -> Reply.ok("\"message_ts\":\"" + ts + "\"");
            case "auth.test" -> Reply.ok("\"user_id\":\"UBOT\",\"team_id\":\"T1\",\"bot_id\":\"BBOT\"");
            default -> Reply.ok("\"channel\":\"" + call.get("channel") + "\",\"ts\":\"" + call.get("ts") + "\"");
        };
    }

    synchronized List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Waits until so many calls of the method fit, and gives them. */
    synchronized List<Call> await(String method, int count, Predicate<Call> fits) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (true) {
            List<Call> found = calls(method).stream().filter(fits).toList();
            if (found.size() >= count) {
                return found;
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError(
                        "only " + found.size() + " of " + count + " calls of " + method + "; all: " + calls);
            }
            wait(left);
        }
    }

    public List<Call> await(String method, int count) throws InterruptedException {
        return await(method, count, call -> true);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestURI().getPath().substring("/api/".length());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Call call = new Call(method, parameters(body));
            Answering script = scripts.get(method);
            Reply reply = script == null ? usual(call) : script.reply(call);
            synchronized (this) {
                calls.add(call);
                keep(call, reply);
                notifyAll();
            }
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hook(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode json = JSON.readTree(exchange.getRequestBody().readAllBytes());
            Map<String, String> parameters = new HashMap<>();
            json.propertyStream()
                    .forEach(field -> parameters.put(
                            field.getKey(),
                            field.getValue().isString()
                                    ? field.getValue().stringValue()
                                    : field.getValue().toString()));
            Call call = new Call("response_url", parameters);
            Answering script = scripts.get("response_url");
            Reply reply = script == null ? Reply.ok("") : script.reply(call);
            synchronized (this) {
                calls.add(call);
                notifyAll();
            }
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does to the messages what the call does. */
    private void keep(Call call, Reply reply) {
        JsonNode body = JSON.readTree(reply.body());
        if (!body.path("ok").asBoolean(false)) {
            return;
        }
        String more = call.get("markdown_text");
        switch (call.method()) {
            case "chat.startStream", "chat.postMessage" -> {
                threads.add(call.get("thread_ts"));
                messages.put(body.path("ts").asString(""), new StringBuilder(more.isEmpty() ? call.markdown() : more));
            }
            case "chat.appendStream", "chat.stopStream" -> message(call).append(more);
            case "chat.update" -> {
                StringBuilder text = message(call);
                text.setLength(0);
                text.append(call.markdown());
            }
            default -> {
                // Nothing else changes a message.
            }
        }
    }

    /** The thread that each message was written into. */
    synchronized List<String> messageThreads() {
        return List.copyOf(threads);
    }

    private StringBuilder message(Call call) {
        return Objects.requireNonNull(messages.get(call.get("ts")), "no message has the ts of " + call);
    }

    /** The Markdown of all messages, as they stand now. */
    synchronized List<String> messages() {
        return messages.values().stream().map(StringBuilder::toString).toList();
    }

    private static Map<String, String> parameters(String body) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.put(decode(parts[0]), decode(parts[1]));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
