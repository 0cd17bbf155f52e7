package io.dateline.channel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.TestServer;
import io.dateline.channel.access.TokenHolders.Someone;
import io.dateline.channel.web.ChatClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** {@code dateline.access=token}: how people sign in, and what a token is good for. */
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

    private static final Path FILE = TokenHolders.file();

    @LocalServerPort
    private int port;

    private final List<Someone> people = new ArrayList<>();

    @DynamicPropertySource
    static void tokens(DynamicPropertyRegistry properties) {
        properties.add("dateline.tokens.file", FILE::toString);
    }

    @BeforeAll
    void threePeopleAskSomething() throws Exception {
        for (String name : List.of("ann", "bob", "cem")) {
            people.add(holders().add(name));
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
                open.add(holders().client(people.get(2)));
            }
            try (ChatClient eleventh = new ChatClient(port)) {
                eleventh.send("{'type':'authenticate','token':'" + people.get(2).token() + "'}");
                assertThat(eleventh.nextJson().at("/code").stringValue()).isEqualTo("rate_limited");
                assertThat(eleventh.closeCode()).isEqualTo(4429);
            }
            holders().client(people.get(1)).close();
        } finally {
            open.forEach(ChatClient::close);
        }
    }

    @Test
    void aRevokedTokenIsUselessAtOnce() throws Exception {
        String token = new TokenFile(FILE).add("dee", LocalDate.of(2026, 11, 24));
        assertThat(holders().call("GET", "/api/archive", token, "").statusCode())
                .isEqualTo(200);

        new TokenFile(FILE).revoke("dee");
        assertThat(holders().call("GET", "/api/archive", token, "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void thePageAsksForATokenOnceAndKeepsItWhereNoScriptReadsIt() throws Exception {
        HttpResponse<String> page =
                TokenHolders.send(holders().request("GET", "/?q=What%3F", "").header("Sec-Fetch-Site", "none"));
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location")).contains("/sign-in.html?to=%2F%3Fq%3DWhat%253F");
        assertThat(holders().call("GET", "/sign-in.html", "", "").statusCode()).isEqualTo(200);
        assertThat(holders().call("GET", "/sign-in.js", "", "").statusCode()).isEqualTo(200);
        assertThat(holders().call("GET", "/api/session", "", "").body())
                .isEqualTo("{\"access\":\"token\",\"name\":null}");

        assertThat(holders()
                        .call("POST", "/api/session", "", "{\"token\":\"dl_wrong\"}")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> signedIn = holders()
                .call(
                        "POST",
                        "/api/session",
                        "",
                        "{\"token\":\"" + people.getFirst().token() + "\"}");
        assertThat(signedIn.body()).isEqualTo("{\"access\":\"token\",\"name\":\"ann\"}");
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");

        HttpResponse<String> mine = TokenHolders.send(holders()
                .request("GET", "/api/conversations", "")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        assertThat(TokenHolders.json(mine).at("/conversations/0/id").stringValue())
                .isEqualTo(people.getFirst().conversation());
    }

    @Test
    void takesNoTokenFromAnAddress() throws Exception {
        String token = people.getFirst().token();
        for (String name : List.of("token", "access_token", "Authorization")) {
            assertThat(holders()
                            .call("GET", "/api/archive?" + name + "=" + token, "", "")
                            .statusCode())
                    .isEqualTo(401);
        }
        try (ChatClient client = new ChatClient(port, "?token=" + token)) {
            client.send("{'type':'ask','id':'0123456789abcdef','question':'x'}");
            assertThat(client.nextJson().at("/code").stringValue()).isEqualTo("unauthorized");
        }
    }

    @Test
    void refusesInTheShapeOfOpenAi() throws Exception {
        JsonNode refused = TokenHolders.json(holders().call("GET", "/v1/models", "wrong", ""));
        assertThat(refused.at("/error/code").stringValue()).isEqualTo("invalid_api_key");
        assertThat(holders()
                        .call("GET", "/v1/models", people.getFirst().token(), "")
                        .statusCode())
                .isEqualTo(200);
    }

    private TokenHolders holders() {
        return new TokenHolders(FILE, port);
    }
}
