package io.dateline.channel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.web.ChatClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People who have tokens for one server, and what they send. */
final class TokenHolders {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final int port;

    TokenHolders(Path file, int port) {
        this.file = file;
        this.port = port;
    }

    /** A file for tokens, empty still. */
    static Path file() {
        try {
            return Files.createTempDirectory("dateline-tokens").resolve("tokens");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody with a token, a conversation and the question that began it. */
    record Someone(String name, String token, String question, String conversation) {}

    Someone add(String name) throws IOException, InterruptedException {
        String token = new TokenFile(file).add(name, LocalDate.of(2026, 11, 24));
        String question = UUID.randomUUID().toString();
        call("GET", "/api/answer?id=" + question + "&q=What+did+" + name + "+ask%3F", token, "");
        JsonNode listed = json(call("GET", "/api/conversations", token, ""));
        assertThat(listed.at("/conversations")).hasSize(1);
        return new Someone(
                name, token, question, listed.at("/conversations/0/id").stringValue());
    }

    /** @param token empty to send none */
    HttpResponse<String> call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(method, path, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A socket of this person. */
    ChatClient client(Someone person) throws InterruptedException {
        ChatClient client = new ChatClient(port);
        client.send("{'type':'authenticate','token':'" + person.token() + "'}");
        assertThat(client.nextJson().at("/type").stringValue()).isEqualTo("authenticated");
        return client;
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
