package io.dateline.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:slow-client;DB_CLOSE_DELAY=-1",
            "dateline.questions.longest-log=100000000",
            "dateline.web.ping=500ms",
            "dateline.web.silence=12s",
            "dateline.web.patience=1s",
            "dateline.web.send-limit=8s",
            "dateline.web.sockets=12"
        })
@Timeout(60)
class SlowClientIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @Autowired
    private ChatSessions sessions;

    @Test
    void cutsOffClientsThatReadNothingWhileOthersGoOn() throws Exception {
        String flood = flood(250);
        List<RawChat> stalled = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            RawChat client = new RawChat(port);
            client.send("{\"type\":\"ask\",\"id\":\"" + UUID.randomUUID() + "\",\"question\":\"" + flood + "\"}");
            stalled.add(client);
        }
        try (ChatClient normal = new ChatClient(port)) {
            normal.ask(UUID.randomUUID().toString(), flood(20));
            assertThat(normal.untilEnd()).hasSize(22);

            await().atMost(20, TimeUnit.SECONDS).until(() -> sessions.size() == 1);
            normal.ask(UUID.randomUUID().toString(), "What was signed?");
            assertThat(normal.untilEnd()).hasSize(8);
        }
        for (RawChat client : stalled) {
            client.close();
        }
    }

    @Test
    void closesAClientThatReadsTooSlowlyWith4500() throws Exception {
        try (RawChat client = new RawChat(port, 100_000)) {
            client.send("{\"type\":\"ask\",\"id\":\"" + UUID.randomUUID() + "\",\"question\":\"" + flood(1000) + "\"}");
            RawChat.Frame close = client.trickleUntil(RawChat.CLOSE);

            assertThat(close.code()).isEqualTo(4500);
            assertThat(close.text()).isEqualTo("too slow");
        }
    }

    @Test
    void asksForASignOfLifeAndClosesAClientThatGivesNone() throws Exception {
        try (RawChat silent = new RawChat(port);
                ChatClient alive = new ChatClient(port)) {
            assertThat(silent.read().opcode()).isEqualTo(RawChat.PING);
            RawChat.Frame close = silent.trickleUntil(RawChat.CLOSE);

            assertThat(close.code()).isEqualTo(4500);
            assertThat(close.text()).isEqualTo("silent");
            alive.ask(UUID.randomUUID().toString(), "What was signed?");
            assertThat(alive.untilEnd()).hasSize(8);
        }
    }

    @Test
    void opensOnlySoManySockets() throws Exception {
        await().atMost(20, TimeUnit.SECONDS).until(() -> sessions.size() == 0);
        List<RawChat> clients = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            clients.add(new RawChat(port));
        }
        await().until(sessions::isFull);
        RawHttp refused = RawHttp.exchange(
                port,
                "GET /ws/chat HTTP/1.1",
                "Host: localhost:" + port,
                "Origin: http://localhost:" + port,
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Protocol: dateline.v1");

        assertThat(refused.status()).isEqualTo(503);
        for (RawChat client : clients) {
            client.close();
        }
        await().atMost(20, TimeUnit.SECONDS).until(() -> sessions.size() == 0);
    }

    /** A question whose answer has so many events of 40 KB: 100 and more do not fit into the buffers on the way. */
    private String flood(int events) {
        String question = "Flood " + UUID.randomUUID();
        answerer.on(question, (asked, past, listener) -> {
            for (int i = 0; i < events; i++) {
                listener.accept(new TextAdded("x".repeat(40_000)));
            }
            return ScriptedAnswerer.answer("done");
        });
        return question;
    }
}
