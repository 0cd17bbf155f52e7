package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import io.dateline.channel.slack.FakeSlack.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@Timeout(120)
class SlackSocketIT {

    @Test
    void answersOverASocketThatIsReplacedAndCutOff() throws Exception {
        try (FakeSlack slack = new FakeSlack();
                FakeSlackSocket sockets = new FakeSlackSocket()) {
            AtomicInteger tries = new AtomicInteger();
            slack.on(
                    "apps.connections.open",
                    call -> tries.incrementAndGet() == 1
                            ? Reply.error("internal_error")
                            : Reply.ok("\"url\":\"" + sockets.url() + "\""));
            try (ConfigurableApplicationContext server = start(slack)) {
                String first = SlackSender.ts();
                String mention = SlackSender.mention("C1", first, "What was signed?");
                WebSocket one = sockets.next();
                sockets.deliver(one, "e1", "events_api", mention);
                slack.await("chat.postMessage", 1, call -> call.get("thread_ts").equals(first));

                one.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
                WebSocket two = sockets.next();
                sockets.deliver(two, "e2", "events_api", mention);
                String second = SlackSender.ts();
                sockets.deliver(two, "e3", "events_api", SlackSender.direct("D1", second, "Who signed it?"));
                slack.await("chat.postMessage", 1, call -> call.get("thread_ts").equals(second));

                two.closeConnection(1006, "cut off");
                WebSocket three = sockets.next();
                String third = SlackSender.ts();
                sockets.deliver(three, "e4", "events_api", SlackSender.reply("C1", first, third, "When was it?"));
                slack.await("chat.postMessage", 2, call -> call.get("thread_ts").equals(first));

                ScriptedAnswerer answerer = server.getBean(ScriptedAnswerer.class);
                assertThat(answerer.count("What was signed?")).isEqualTo(1);
                assertThat(slack.calls("chat.postMessage")).hasSize(3);
            }
        }
    }

    @Test
    void acknowledgesAtOnceWhileNothingElseMoves() throws Exception {
        CountDownLatch moves = new CountDownLatch(1);
        try (FakeSlack slack = new FakeSlack();
                FakeSlackSocket sockets = new FakeSlackSocket()) {
            slack.on("apps.connections.open", call -> Reply.ok("\"url\":\"" + sockets.url() + "\""));
            for (String method : List.of("auth.test", "chat.postMessage", "assistant.threads.setStatus")) {
                slack.on(method, call -> {
                    moves.await();
                    return slack.usual(call);
                });
            }
            try (ConfigurableApplicationContext server = start(slack)) {
                WebSocket socket = sockets.next();
                sockets.deliver(socket, "warm", "events_api", SlackSender.mention("C1", SlackSender.ts(), "Warm?"));
                List<Long> millis = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    String mention = SlackSender.mention("C" + i, SlackSender.ts(), "Mention " + i + "?");
                    long start = System.nanoTime();
                    sockets.deliver(socket, "e" + i, "events_api", mention);
                    millis.add((System.nanoTime() - start) / 1_000_000);
                }
                millis.sort(null);

                assertThat(slack.calls("chat.postMessage")).isEmpty();
                assertThat(millis.get(98)).as("p99 of %s", millis).isLessThanOrEqualTo(500);
                moves.countDown();
                slack.await("chat.postMessage", 101);
                assertThat(server.isRunning()).isTrue();
            }
        }
    }

    private static ConfigurableApplicationContext start(FakeSlack slack) {
        return new SpringApplicationBuilder(TestServer.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:slack-socket-" + UUID.randomUUID(),
                        "--dateline.slack.bot-token=xoxb-test",
                        "--dateline.slack.app-token=xapp-test",
                        "--dateline.slack.api=" + slack.url());
    }
}
