package io.dateline.channel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dateline.access=token}: three people, and what each can reach of the others. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:token-access;DB_CLOSE_DELAY=-1",
            "dateline.access=token",
            "dateline.questions.per-minute=1000",
            "dateline.web.sign-in=1s"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class TokenAccessIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FILE = file();

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    private final List<Someone> people = new ArrayList<>();

    /** What one person has: a token, a conversation and the question that began it. */
    private record Someone(String name, String token, String question, String conversation) {}

    @DynamicPropertySource
    static void tokens(DynamicPropertyRegistry properties) {
        properties.add("dateline.tokens.file", FILE::toString);
    }

    @BeforeAll
    void threePeopleAskSomething() throws Exception {
        for (String name : List.of("ann", "bob", "cem")) {
            String token = new TokenFile(FILE).add(name, LocalDate.of(2026, 11, 24));
            String id = UUID.randomUUID().toString();
            call("GET", "/api/answer?id=" + id + "&q=What+did+" + name + "+ask%3F", token, "");
            JsonNode listed = json(call("GET", "/api/conversations", token, ""));
            String conversation = listed.at("/conversations/0/id").stringValue();
            assertThat(listed.at("/conversations")).hasSize(1);
            people.add(new Someone(name, token, id, conversation));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    GET,    /api/answer?q=x
                    GET,    /api/search?q=x
                    GET,    /api/archive
                    GET,    /api/articles
                    GET,    /api/articles/a-1
                    POST,   /api/articles
                    DELETE, /api/articles/a-1
                    GET,    /api/conversations
                    GET,    /api/conversations/x
                    PATCH,  /api/conversations/x
                    DELETE, /api/conversations/x
                    POST,   /v1/chat/completions
                    GET,    /v1/models
                    POST,   /mcp
                    GET,    /actuator/prometheus
                    GET,    /something-new
                    GET,    /api/conversations/x.js
                    """)
    void withoutATokenEverythingIsClosed(String method, String path) throws Exception {
        for (String token : List.of("", "dl_wrong", people.getFirst().token() + "x")) {
            HttpResponse<String> response = call(method, path, token, "{}");
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"Dateline\"");
        }
    }

    @Test
    void nobodyReachesWhatBelongsToAnother() throws Exception {
        int tried = 0;
        for (Someone owner : people) {
            for (Someone other : people) {
                if (owner.equals(other)) {
                    continue;
                }
                String path = "/api/conversations/" + owner.conversation();
                assertThat(call("GET", path, other.token(), "").statusCode()).isEqualTo(404);
                assertThat(call("PATCH", path, other.token(), "{\"title\":\"mine\"}")
                                .statusCode())
                        .isEqualTo(404);
                assertThat(call("DELETE", path, other.token(), "").statusCode()).isEqualTo(404);
                assertThat(call("GET", "/api/conversations?q=" + owner.name(), other.token(), "")
                                .body())
                        .isEqualTo("{\"conversations\":[]}");
                String follow = "/api/answer?q=And%3F&conversation=" + owner.conversation();
                assertThat(call("GET", follow, other.token(), "").statusCode()).isEqualTo(400);
                String same = "/api/answer?q=x&id=" + owner.question();
                HttpResponse<String> taken = call("GET", same, other.token(), "");
                assertThat(taken.statusCode()).isEqualTo(400);
                assertThat(taken.body()).doesNotContain("treaty");
                try (ChatClient client = client(other)) {
                    assertThat(said(client, "{'type':'resume','id':'ID','after':0}", owner))
                            .isEqualTo("unknown_id");
                    assertThat(said(client, "{'type':'feedback','id':'ID','verdict':'up'}", owner))
                            .isEqualTo("unknown_id");
                    assertThat(said(client, "{'type':'ask','id':'ID','question':'x'}", owner))
                            .isEqualTo("bad_request");
                    assertThat(said(
                                    client,
                                    "{'type':'ask','id':'" + UUID.randomUUID()
                                            + "','question':'x','conversation':'CONVERSATION'}",
                                    owner))
                            .isEqualTo("bad_request");
                }
                tried++;
            }
            HttpResponse<String> own = call("GET", "/api/conversations/" + owner.conversation(), owner.token(), "");
            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(json(own).at("/turns")).hasSize(1);
            assertThat(json(own).at("/turns/0/feedback").isNull()).isTrue();
        }
        assertThat(tried).isEqualTo(6);
    }

    @Test
    void nobodyStopsTheQuestionOfAnother() throws Exception {
        CountDownLatch ends = new CountDownLatch(1);
        answerer.on("Long?", (question, past, listener) -> {
            assertThat(ends.await(20, TimeUnit.SECONDS)).isTrue();
            return ScriptedAnswerer.answer("Done.");
        });
        String id = UUID.randomUUID().toString();
        try (ChatClient owner = client(people.get(0));
                ChatClient other = client(people.get(1))) {
            owner.ask(id, "Long?");
            assertThat(owner.nextJson().at("/type").stringValue()).isEqualTo("accepted");
            other.send("{'type':'stop','id':'" + id + "'}");
            // What is answered now was read after the stop.
            assertThat(said(other, "{'type':'resume','id':'" + id + "','after':0}", people.get(0)))
                    .isEqualTo("unknown_id");
            ends.countDown();
            assertThat(owner.untilEnd().getLast()).contains("\"type\":\"completed\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'ask','id':'0123456789abcdef','question':'x'}",
                "{'type':'resume','id':'0123456789abcdef','after':0}",
                "{'type':'stop','id':'0123456789abcdef'}",
                "{'type':'feedback','id':'0123456789abcdef','verdict':'up'}",
                "{'type':'authenticate','token':'dl_wrong'}",
                "nonsense"
            })
    void aSocketSaysWhoItIsBeforeAnythingElse(String frame) throws Exception {
        try (ChatClient client = new ChatClient(port)) {
            client.send(frame);

            assertThat(client.nextJson().at("/code").stringValue()).isEqualTo("unauthorized");
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void aSocketThatSaysNothingIsClosed() throws Exception {
        try (ChatClient client = new ChatClient(port)) {
            assertThat(client.closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void aPersonHasTenSockets() throws Exception {
        List<ChatClient> open = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                open.add(client(people.get(2)));
            }
            try (ChatClient eleventh = new ChatClient(port)) {
                eleventh.send("{'type':'authenticate','token':'" + people.get(2).token() + "'}");
                assertThat(eleventh.nextJson().at("/code").stringValue()).isEqualTo("rate_limited");
                assertThat(eleventh.closeCode()).isEqualTo(4429);
            }
            client(people.get(1)).close();
        } finally {
            open.forEach(ChatClient::close);
        }
    }

    @Test
    void aRevokedTokenIsUselessAtOnce() throws Exception {
        String token = new TokenFile(FILE).add("dee", LocalDate.of(2026, 11, 24));
        assertThat(call("GET", "/api/archive", token, "").statusCode()).isEqualTo(200);

        new TokenFile(FILE).revoke("dee");
        assertThat(call("GET", "/api/archive", token, "").statusCode()).isEqualTo(401);
    }

    @Test
    void thePageAsksForATokenOnceAndKeepsItWhereNoScriptReadsIt() throws Exception {
        HttpResponse<String> page = call("GET", "/?q=What%3F", "", "");
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).contains("/sign-in.html?to=%2F%3Fq%3DWhat%253F");
        assertThat(call("GET", "/sign-in.html", "", "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/sign-in.js", "", "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/api/session", "", "").body()).isEqualTo("{\"access\":\"token\",\"name\":null}");

        assertThat(call("POST", "/api/session", "", "{\"token\":\"dl_wrong\"}").statusCode())
                .isEqualTo(401);
        HttpResponse<String> signedIn = call(
                "POST", "/api/session", "", "{\"token\":\"" + people.getFirst().token() + "\"}");
        assertThat(signedIn.body()).isEqualTo("{\"access\":\"token\",\"name\":\"ann\"}");
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");

        HttpResponse<String> mine = HTTP.send(
                request("GET", "/api/conversations", "")
                        .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(json(mine).at("/conversations/0/id").stringValue())
                .isEqualTo(people.getFirst().conversation());
    }

    @Test
    void refusesInTheShapeOfOpenAi() throws Exception {
        JsonNode refused = json(call("GET", "/v1/models", "wrong", ""));
        assertThat(refused.at("/error/code").stringValue()).isEqualTo("invalid_api_key");
        assertThat(call("GET", "/v1/models", people.getFirst().token(), "").statusCode())
                .isEqualTo(200);
    }

    private String said(ChatClient client, String frame, Someone owner) throws InterruptedException {
        client.send(frame.replace("ID", owner.question()).replace("CONVERSATION", owner.conversation()));
        return client.nextJson().at("/code").stringValue();
    }

    private ChatClient client(Someone person) throws InterruptedException {
        ChatClient client = new ChatClient(port);
        client.send("{'type':'authenticate','token':'" + person.token() + "'}");
        assertThat(client.nextJson().at("/type").stringValue()).isEqualTo("authenticated");
        return client;
    }

    private HttpResponse<String> call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(method, path, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("dateline-tokens").resolve("tokens");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
