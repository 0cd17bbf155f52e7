package io.dateline.answering;

import static io.dateline.answering.FaultyModelServer.EVENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.FaultyModelServer.Script;
import io.dateline.answering.ModelFault.Reason;
import io.dateline.corpus.Sentence;
import io.dateline.inference.LanguageModel;
import io.dateline.inference.ModelLimits;
import io.dateline.inference.TestModels;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything between the answer chain and the network is as in the program; the server is at fault. */
class ModelFaultsTest {

    private static final ModelLimits LIMITS = new ModelLimits(
            Duration.ofSeconds(1), Duration.ofMillis(700), Duration.ofMillis(400), Duration.ofMillis(1_500));

    /** For what does not depend on time: a busy machine must not make a fault of another kind. */
    private static final ModelLimits PATIENT = new ModelLimits(
            Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(30));

    private static final Duration LATE = Duration.ofMillis(500);

    private final List<AnswerEvent> events = Collections.synchronizedList(new ArrayList<>());

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "a page of HTML under status 200",
                        Reason.BROKE_OFF,
                        c -> c.send(
                                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>log in</html>")),
                fault("nothing at all", Reason.TOO_SLOW, c -> c.stall()),
                fault("headers and nothing more", Reason.TOO_SLOW, c -> {
                    c.send(EVENTS);
                    c.stall();
                }),
                fault("a stall behind the first token", Reason.TOO_SLOW, c -> {
                    c.send(EVENTS);
                    c.token("They met");
                    c.stall();
                }),
                fault("an end in the middle", Reason.BROKE_OFF, c -> {
                    c.send(EVENTS);
                    c.token("They met");
                }),
                fault("an end in the middle of a chunk", Reason.BROKE_OFF, c -> {
                    c.send(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n");
                    c.token("They met");
                }),
                fault("a reset connection", Reason.BROKE_OFF, c -> {
                    c.send(EVENTS);
                    c.token("They met");
                    c.socket().setSoLinger(true, 0);
                }),
                fault("an error within the stream", Reason.BROKE_OFF, c -> {
                    c.send(EVENTS);
                    c.token("They met");
                    c.send("data: {\"error\":{\"message\":\"out of memory\"}}\n\n");
                }),
                fault("an event of the type error", Reason.BROKE_OFF, c -> {
                    c.send(EVENTS);
                    c.send("event: error\ndata: {\"message\":\"out of memory\"}\n\n");
                }),
                fault("JSON that is none, and more behind it", Reason.BROKE_OFF, c -> {
                    c.send(EVENTS);
                    c.token("They met");
                    c.send("data: {\"choices\": [\n\n");
                    c.token(" again");
                    c.end();
                }),
                fault("no text", Reason.EMPTY, c -> {
                    c.send(EVENTS);
                    c.end();
                }),
                fault("tokens without end", Reason.TOO_SLOW, c -> {
                    c.send(EVENTS);
                    while (true) {
                        c.token("word ");
                        c.socket().setSoTimeout(50);
                        try {
                            c.stall();
                        } catch (SocketTimeoutException e) {
                            // The next token.
                        }
                    }
                }));
    }

    private static Arguments fault(String name, Reason reason, Script script) {
        return Arguments.of(name, reason, script);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void endsInTimeWithAReasonAndClosesTheConnection(String name, Reason reason, Script script) throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(script)) {
            long began = System.nanoTime();
            ModelLimits limits = reason == Reason.TOO_SLOW ? LIMITS : PATIENT;
            ModelFault fault = fault(composer(TestModels.openAi(server.address(), limits)));
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            assertThat(fault.reason()).isEqualTo(reason);
            assertThat(took).isLessThan(limits.total().plus(LATE));
            await().atMost(LATE).until(() -> server.open() == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401 Unauthorized, KEY_REFUSED, 1",
        "403 Forbidden, KEY_REFUSED, 1",
        "404 Not Found, UNKNOWN_MODEL, 1",
        "400 Bad Request, REFUSED, 1",
        "429 Too Many Requests, TOO_MANY_REQUESTS, 2",
        "500 Internal Server Error, SERVER_FAULT, 2",
        "503 Service Unavailable, SERVER_FAULT, 2"
    })
    void saysWhyTheServerRefusesAndTriesAgainOnceWhatMayPass(String status, Reason reason, int requests)
            throws Exception {
        try (FaultyModelServer server = FaultyModelServer.refusing(status)) {
            assertThat(fault(server.address()).reason()).isEqualTo(reason);
            assertThat(server.requests()).isEqualTo(requests);
        }
    }

    @Test
    void leavesAServerAloneForAsLongAsItWants() throws Exception {
        try (FaultyModelServer server = FaultyModelServer.refusing("429 Too Many Requests", "Retry-After: 60")) {
            ModelComposer composer = composer(server.address());
            assertThat(fault(composer).retryAfter()).isEqualTo(Duration.ofSeconds(60));
            assertThat(fault(composer).reason()).isEqualTo(Reason.TOO_MANY_REQUESTS);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(fault(URI.create("http://127.0.0.1:" + port + "/v1")).reason())
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void triesNoSecondTimeOnceTextHasArrived() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(c -> {
            c.send(EVENTS);
            c.token("They met");
        })) {
            fault(server.address());
            assertThat(server.requests()).isEqualTo(1);
            assertThat(events).filteredOn(TextAdded.class::isInstance).hasSize(1);
        }
    }

    @Test
    void aSecondAttemptAnswersWhenTheFirstFailedBeforeItsFirstToken() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(c -> {
            if (c.number() > 1) {
                c.send(EVENTS);
                c.send(": ping\r\n\r\n");
                c.token("They met in Beijing [1].");
                c.end();
            }
        })) {
            assertThat(compose(composer(server.address())).text()).isEqualTo("They met in Beijing [1].");
        }
    }

    @Test
    void asksNoMoreAfterRepeatedFaults() throws Exception {
        try (FaultyModelServer server = FaultyModelServer.refusing("401 Unauthorized")) {
            ModelComposer composer = composer(server.address());
            for (int i = 0; i < 4; i++) {
                assertThat(fault(composer).reason()).isEqualTo(Reason.KEY_REFUSED);
            }
            assertThat(fault(composer).reason()).isEqualTo(Reason.RESTING);
            assertThat(server.requests()).isEqualTo(4);
        }
    }

    @Test
    void stoppingClosesTheRequestThoughNothingHasArrived() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(FaultyModelServer.Connection::stall)) {
            ModelComposer composer = composer(server.address());
            CountDownLatch stopped = new CountDownLatch(1);
            Thread asker = Thread.ofVirtual().start(() -> {
                try {
                    compose(composer);
                } catch (InterruptedException e) {
                    stopped.countDown();
                } catch (ModelFault e) {
                    throw new AssertionError(e);
                }
            });
            await().until(() -> server.requests() == 1);
            asker.interrupt();
            stopped.await();
            await().atMost(LATE).until(() -> server.open() == 0);
        }
    }

    @Test
    void twoHundredStreamsThatHangLeaveNoConnectionAndNoThread() throws Exception {
        try (FaultyModelServer server = new FaultyModelServer(c -> {
            c.send(EVENTS);
            c.stall();
        })) {
            LanguageModel model = TestModels.openAi(server.address(), LIMITS);
            int threads = Thread.activeCount();
            List<Thread> askers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                ModelComposer composer = composer(model);
                askers.add(Thread.ofVirtual().start(() -> fault(composer)));
            }
            for (Thread asker : askers) {
                asker.join();
            }
            await().until(() -> server.open() == 0);
            await().until(() -> Thread.activeCount() <= threads + 4);
        }
    }

    private ModelFault fault(URI server) {
        return fault(composer(server));
    }

    private ModelFault fault(ModelComposer composer) {
        return catchThrowableOfType(ModelFault.class, () -> compose(composer));
    }

    private ModelComposer.Composed compose(ModelComposer composer) throws ModelFault, InterruptedException {
        String said = "Xi met Lukashenko in Beijing.";
        Sentence sentence = new Sentence(0, said.length(), said);
        Evidence evidence = new Evidence("a", "Title", null, null, null, 0, said, List.of(sentence), 0);
        return composer.compose(
                "Where did they meet?", null, List.of(new Finding(evidence, sentence, null, 1)), false, events::add);
    }

    private static ModelComposer composer(URI server) {
        return composer(TestModels.openAi(server, PATIENT));
    }

    private static ModelComposer composer(LanguageModel model) {
        Clock clock = Clock.systemUTC();
        Prompt prompt =
                Prompt.load(NumberedEvidenceInjector.PROMPT, Path.of("prompts"), NumberedEvidenceInjector.PLACEHOLDERS);
        return new ModelComposer(
                model,
                new NumberedEvidenceInjector(prompt, clock),
                new ModelGate(new ModelAllowance(1_000, 1_000_000, clock), clock),
                2_000);
    }
}
