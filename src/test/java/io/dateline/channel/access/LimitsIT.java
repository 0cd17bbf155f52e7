package io.dateline.channel.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import io.dateline.channel.access.TokenHolders.Someone;
import io.dateline.channel.web.ChatClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a person gets who asks more than one may, as Dateline is set when nobody sets it. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=jdbc:h2:mem:limits;DB_CLOSE_DELAY=-1", "dateline.access=token"})
@Timeout(60)
class LimitsIT {

    private static final Path FILE = TokenHolders.file();

    private static final String COMPLETION =
            "{\"model\":\"dateline\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";

    private static final String TOOL = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\","
            + "\"params\":{\"name\":\"ask\",\"arguments\":{\"question\":\"x\"}}}";

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @DynamicPropertySource
    static void tokens(DynamicPropertyRegistry properties) {
        properties.add("dateline.tokens.file", FILE::toString);
    }

    @Test
    void everyDoorSaysAfterTenQuestionsAMinuteThatItIsTooMuchAndTheNextPersonIsServed() throws Exception {
        Someone ann = holders().add("ann");
        Someone bob = holders().add("bob");
        // The first was asked by coming in.
        for (int i = 1; i < 10; i++) {
            assertThat(get("/api/answer?q=x", ann).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = get("/api/answer?q=x", ann);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("\"code\":\"rate_limited\"", "10 questions within a minute");

        HttpResponse<String> openAi = holders().call("POST", "/v1/chat/completions", ann.token(), COMPLETION);
        assertThat(openAi.statusCode()).isEqualTo(429);
        assertThat(openAi.body()).contains("\"type\":\"rate_limit_error\"");

        HttpResponse<String> mcp = TokenHolders.send(holders()
                .request("POST", "/mcp", TOOL)
                .header("Accept", "application/json, text/event-stream")
                .header("Authorization", "Bearer " + ann.token()));
        assertThat(mcp.body()).contains("10 questions within a minute", "\"isError\":true");

        try (ChatClient client = holders().client(ann)) {
            client.ask(UUID.randomUUID().toString(), "x");
            assertThat(client.nextJson().at("/code").stringValue()).isEqualTo("rate_limited");
        }

        assertThat(get("/api/answer?q=x", bob).statusCode()).isEqualTo(200);
        assertThat(get("/api/conversations", ann).statusCode()).isEqualTo(200);
    }

    @Test
    void aThirdQuestionWaitsUntilOneOfTwoIsAnswered() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        answerer.on("Long?", (question, past, listener) -> {
            answered.await();
            return ScriptedAnswerer.answer("Done.");
        });
        Someone cem = holders().add("cem");
        String first = UUID.randomUUID().toString();
        try (ChatClient client = holders().client(cem)) {
            for (String id : new String[] {first, UUID.randomUUID().toString()}) {
                client.ask(id, "Long?");
                assertThat(client.nextJson().at("/type").stringValue()).isEqualTo("accepted");
            }
            HttpResponse<String> third = get("/api/answer?q=x", cem);
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.body()).contains("2 questions running");

            answered.countDown();
            client.untilEnd();
            client.untilEnd();
            assertThat(get("/api/answer?q=x", cem).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> get(String path, Someone person) throws Exception {
        return holders().call("GET", path, person.token(), "");
    }

    private TokenHolders holders() {
        return new TokenHolders(FILE, port);
    }
}
