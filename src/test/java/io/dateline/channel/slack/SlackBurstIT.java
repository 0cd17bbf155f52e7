package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.Answerer;
import io.dateline.answering.Exchange;
import io.dateline.answering.Question;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import io.dateline.channel.chat.ChatInbox;
import io.dateline.channel.slack.FakeSlack.Reply;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Three hundred mentions within half a minute, in which nothing behind the acknowledgement moves: no answers, no database, no
 * Slack.
 */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:slack-burst;DB_CLOSE_DELAY=-1",
            "dateline.slack.bot-token=xoxb-test",
            "dateline.slack.signing-secret=" + SlackSender.SECRET,
            // What is stalled here is not slow, so nothing is to be streamed.
            "dateline.slack.patience=1h"
        })
@Import(SlackBurstIT.Stalls.class)
@Timeout(120)
class SlackBurstIT {

    private static final int MENTIONS = 300;

    private static final int SENDERS = 8;

    private static final Duration STALL = Duration.ofSeconds(30);

    private static final long P99_MILLIS = 500;

    private static final FakeSlack SLACK = new FakeSlack();

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @Autowired
    private ChatInbox inbox;

    @Autowired
    private Gate gate;

    @DynamicPropertySource
    static void fakeSlack(DynamicPropertyRegistry properties) {
        properties.add("dateline.slack.api", SLACK::url);
    }

    @AfterAll
    static void close() {
        SLACK.close();
    }

    /** What it holds back waits until it is opened. */
    static final class Gate {

        private volatile CountDownLatch latch = new CountDownLatch(0);

        void close() {
            latch = new CountDownLatch(1);
        }

        void open() {
            latch.countDown();
        }

        void pass() throws InterruptedException {
            latch.await();
        }
    }

    @TestConfiguration
    static class Stalls {

        @Bean
        static Gate gate() {
            return new Gate();
        }

        @Bean
        static BeanPostProcessor stallingDatabase(Gate gate) {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database ? new Stalling(database, gate) : bean;
                }
            };
        }
    }

    private static final class Stalling extends DelegatingDataSource {

        private final Gate gate;

        Stalling(DataSource database, Gate gate) {
            super(database);
            this.gate = gate;
        }

        @Override
        public Connection getConnection() throws SQLException {
            try {
                gate.pass();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException(e);
            }
            return super.getConnection();
        }
    }

    @Test
    void acknowledgesAtOnceAndAnswersEachOnceWhenThingsMoveAgain() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        for (String method : List.of("auth.test", "assistant.threads.setStatus")) {
            SLACK.on(method, call -> {
                gate.pass();
                return SLACK.usual(call);
            });
        }
        SLACK.on("chat.postMessage", call -> {
            gate.pass();
            return posts.incrementAndGet() % 60 == 0 ? Reply.tooMany(1) : SLACK.usual(call);
        });
        SlackSender sender = new SlackSender(port);
        sender.send("{\"type\":\"url_verification\",\"challenge\":\"warm\"}");
        gate.close();

        List<String> questions = new ArrayList<>();
        List<String> threads = new ArrayList<>();
        List<Future<Long>> sent = new ArrayList<>();
        long millisBetween = STALL.toMillis() / MENTIONS;
        try (ScheduledExecutorService senders = Executors.newScheduledThreadPool(SENDERS)) {
            for (int i = 0; i < MENTIONS; i++) {
                String ts = SlackSender.ts();
                String question = "Mention " + i + "?";
                answerer.on(question, this::whenTheGateOpens);
                questions.add(question);
                threads.add(ts);
                String body = SlackSender.mention("C" + i % 20, ts, question);
                for (int delivery = 0; delivery < 2; delivery++) {
                    sent.add(senders.schedule(
                            () -> millisToSend(sender, body), (i + 1) * millisBetween, TimeUnit.MILLISECONDS));
                }
            }
        }
        List<Long> millis = new ArrayList<>();
        for (Future<Long> one : sent) {
            millis.add(one.get());
        }
        millis.sort(null);

        assertThat(SLACK.calls("chat.postMessage")).isEmpty();
        assertThat(millis.get(millis.size() * 99 / 100))
                .as("p99 of the acknowledgement in milliseconds; all: %s", millis)
                .isLessThanOrEqualTo(P99_MILLIS);

        gate.open();
        // Every sixtieth post is sent back with 429 and comes again.
        SLACK.await("chat.postMessage", MENTIONS + 5);
        while (inbox.open() > 0) {
            Thread.onSpinWait();
        }
        Map<String, Long> answers = SLACK.messageThreads().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(answers).hasSize(MENTIONS).containsOnlyKeys(threads);
        assertThat(answers.values()).containsOnly(1L);
        assertThat(questions).allMatch(question -> answerer.count(question) == 1);
    }

    private Answer whenTheGateOpens(Question question, List<Exchange> past, Consumer<AnswerEvent> listener)
            throws InterruptedException {
        gate.pass();
        Answerer quick = ScriptedAnswerer::shortly;
        return quick.answer(question, past, listener);
    }

    private static long millisToSend(SlackSender sender, String body) throws Exception {
        long start = System.nanoTime();
        assertThat(sender.send(body)).isEqualTo(200);
        return (System.nanoTime() - start) / 1_000_000;
    }
}
