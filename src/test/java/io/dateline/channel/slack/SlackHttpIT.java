package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.Citation;
import io.dateline.answering.Citation.Verdict;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:slack-http;DB_CLOSE_DELAY=-1",
            "dateline.slack.bot-token=xoxb-test",
            "dateline.slack.signing-secret=" + SlackSender.SECRET
        })
@Timeout(60)
class SlackHttpIT {

    private static final FakeSlack SLACK = new FakeSlack();

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    private SlackSender sender = new SlackSender(0);

    @DynamicPropertySource
    static void fakeSlack(DynamicPropertyRegistry properties) {
        properties.add("dateline.slack.api", SLACK::url);
    }

    @BeforeEach
    void sender() {
        sender = new SlackSender(port);
    }

    @AfterAll
    static void close() {
        SLACK.close();
    }

    @Test
    void answersAMentionInItsThread() throws Exception {
        String ts = SlackSender.ts();
        assertThat(sender.send(SlackSender.mention("C1", ts, "What was signed?")))
                .isEqualTo(200);

        FakeSlack.Call post = SLACK.await(
                        "chat.postMessage", 1, call -> call.get("thread_ts").equals(ts))
                .getFirst();

        assertThat(post.get("channel")).isEqualTo("C1");
        assertThat(post.get("unfurl_links")).isIn("0", "false");
        assertThat(post.get("unfurl_media")).isIn("0", "false");
        assertThat(post.get("text")).isEqualTo("the treaty");
        assertThat(post.markdown())
                .contains("**the treaty**")
                .contains("They signed the treaty.")
                .contains("[\\[1\\]](https://news.example.org/a-1)");
        JsonNode sources = block(post, "context");
        assertThat(sources.at("/elements/0/text").asString())
                .isEqualTo("[1] <https://news.example.org/a-1|A treaty>, 1 March 2023");
        assertThat(block(post, "context_actions").at("/elements/0/type").asString())
                .isEqualTo("feedback_buttons");
        assertThat(block(post, "actions").at("/elements/0/value").asString()).isEqualTo("When?");
    }

    @Test
    void goesOnInAThreadWithoutBeingMentionedAgain() throws Exception {
        List<Integer> past = new ArrayList<>();
        answerer.on("And then?", (question, before, listener) -> {
            past.add(before.size());
            return ScriptedAnswerer.answer("Then they left.");
        });
        String first = SlackSender.ts();
        sender.send(SlackSender.mention("C2", first, "Who signed it?"));
        SLACK.await("chat.postMessage", 1, call -> call.get("thread_ts").equals(first));

        sender.send(SlackSender.reply("C2", first, SlackSender.ts(), "And then?"));
        SLACK.await("chat.postMessage", 2, call -> call.get("thread_ts").equals(first));
        sender.send(SlackSender.reply("C2", first, SlackSender.ts(), "<@U9> And then?"));
        sender.send(SlackSender.reply("C2", "1600000000.000001", SlackSender.ts(), "And then?"));
        String last = SlackSender.ts();
        sender.send(SlackSender.direct("D2", last, "Is anything else?"));
        SLACK.await("chat.postMessage", 1, call -> call.get("thread_ts").equals(last));

        assertThat(past).containsExactly(1);
    }

    @Test
    void answersOnceWhatIsDeliveredOftenAndAsSeveralKindsOfEvent() throws Exception {
        String ts = SlackSender.ts();
        String mention = SlackSender.mention("C3", ts, "Often delivered?");
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String number = String.valueOf(i);
                sent.add(senders.submit(() ->
                        sender.send(mention, "X-Slack-Retry-Num", number, "X-Slack-Retry-Reason", "http_timeout")));
            }
            for (Future<Integer> status : sent) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        sender.send(SlackSender.reply("C3", ts, ts, "<@UBOT> Often delivered?"));
        SLACK.await("chat.postMessage", 1, call -> call.get("thread_ts").equals(ts));
        String after = SlackSender.ts();
        sender.send(SlackSender.reply("C3", ts, after, "Is that all?"));
        SLACK.await("chat.postMessage", 2, call -> call.get("thread_ts").equals(ts));

        assertThat(answerer.count("Often delivered?")).isEqualTo(1);
        assertThat(SLACK.calls("chat.postMessage").stream()
                        .filter(call -> call.get("thread_ts").equals(ts)))
                .hasSize(2);
    }

    @Test
    void showsALongAnswerAsItGrows() throws Exception {
        String ts = SlackSender.ts();
        answerer.on("What is long?", (question, past, listener) -> {
            Answer answer = ScriptedAnswerer.answer("They signed it [1]. Then they left.");
            listener.accept(new AnswerEvent.SourcesFound(answer.sources(), 1, 1));
            listener.accept(new AnswerEvent.TextAdded("They signed it [1]. Then"));
            listener.accept(new AnswerEvent.CitationAdded(answer.citations().getFirst()));
            SLACK.await("chat.startStream", 1, call -> call.get("thread_ts").equals(ts));
            return answer;
        });
        sender.send(SlackSender.mention("C7", ts, "What is long?"));

        FakeSlack.Call start = SLACK.await(
                        "chat.startStream", 1, call -> call.get("thread_ts").equals(ts))
                .getFirst();
        FakeSlack.Call update = SLACK.await(
                        "chat.update", 1, call -> call.get("channel").equals("C7"))
                .getFirst();

        assertThat(start.get("markdown_text")).isEqualTo("They signed it [\\[1\\]](https://news.example.org/a-1).");
        assertThat(update.markdown()).startsWith("**the treaty**").endsWith("Then they left.");
    }

    @Test
    void saysWhenTheArchiveDoesNotHoldTheAnswer() throws Exception {
        answerer.on(
                "What of Mars?",
                (question, past, listener) -> new Answer(
                        Answer.Status.NOT_FOUND,
                        "Not in the archive: no article has words like these.",
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        "reader",
                        Map.of("total", 1L),
                        null,
                        null));
        answerer.on("What fails?", (question, past, listener) -> {
            throw new IllegalStateException("a fault that this test wants");
        });
        String unknown = SlackSender.ts();
        String failing = SlackSender.ts();
        String empty = SlackSender.ts();
        sender.send(SlackSender.mention("C4", unknown, "What of Mars?"));
        sender.send(SlackSender.mention("C4", failing, "What fails?"));
        sender.send(SlackSender.mention("C4", empty, ""));

        assertThat(answerTo(unknown)).isEqualTo("Not in the archive: no article has words like these.");
        assertThat(answerTo(failing)).startsWith("Something went wrong");
        assertThat(answerTo(empty)).contains("question is empty");
    }

    @Test
    void marksWhatItsSourceDoesNotSay() throws Exception {
        answerer.on("Who denied it?", (question, past, listener) -> {
            Answer supported = ScriptedAnswerer.answer("Ann denied it. [1] Bob did too. [2]");
            Citation first = supported.citations().getFirst();
            return new Answer(
                    Answer.Status.ANSWERED,
                    supported.text(),
                    null,
                    List.of(
                            first,
                            new Citation(2, "a-1", first.start(), first.end(), first.quote(), Verdict.UNSUPPORTED)),
                    supported.sources(),
                    List.of(),
                    "a-model",
                    Map.of(),
                    null,
                    null);
        });
        String ts = SlackSender.ts();
        sender.send(SlackSender.mention("C7", ts, "Who denied it?"));

        assertThat(answerTo(ts))
                .endsWith("Ann denied it. [\\[1\\]](https://news.example.org/a-1)"
                        + " Bob did too. [\\[2\\]](https://news.example.org/a-1) _(does not say this)_");
    }

    @Test
    void letsNoArticleMentionPingOrLink() throws Exception {
        String evil =
                "<!channel> [1]\n\nEvil: <!channel> <@U1> <http://evil.example|safe> &amp; @here http\\://evil.example/x"
                        + " [click](http://evil.example) ![p](http://evil.example/p.png) www.evil.example a@evil.example [1]";
        answerer.on("What is evil?", (question, past, listener) -> ScriptedAnswerer.answer(evil));
        String ts = SlackSender.ts();
        sender.send(SlackSender.mention("C5", ts, "What is evil?"));

        String markdown = answerTo(ts);

        assertThat(markdown).contains("&lt;!channel&gt;").contains("&lt;@").doesNotContain("<", ">");
        assertThat(markdown.replace("](https://news.example.org/a-1)", ""))
                .doesNotContain("://", "evil.example", "@here", "@U1", "www.")
                .doesNotContainPattern("(?<!\\\\)]\\(");
        assertThat(markdown).endsWith("[\\[1\\]](https://news.example.org/a-1)");
    }

    @Test
    void answersTheWordsBesideAFile() throws Exception {
        String ts = SlackSender.ts();
        sender.send(SlackSender.event("""
                {"type":"message","subtype":"file_share","user":"U1","text":"Who signed this?","ts":"%s",\
                "channel":"D6","channel_type":"im","files":[{"id":"F1"}]}""".formatted(ts)));

        assertThat(answerTo(ts)).contains("**the treaty**");
    }

    @Test
    void passesOverWhatBotsSay() throws Exception {
        String ts = SlackSender.ts();
        sender.send(SlackSender.event("""
                {"type":"message","bot_id":"B9","user":"U9","text":"Who?","ts":"%s","channel":"D5","channel_type":"im"}""".formatted(ts)));
        sender.send(SlackSender.event("""
                {"type":"message","subtype":"message_changed","ts":"%s","channel":"D5","channel_type":"im"}""".formatted(ts)));
        String human = SlackSender.ts();
        sender.send(SlackSender.direct("D5", human, "Who signed?"));
        SLACK.await("chat.postMessage", 1, call -> call.get("channel").equals("D5"));

        assertThat(SLACK.calls("chat.postMessage").stream()
                        .filter(call -> call.get("channel").equals("D5")))
                .extracting(call -> call.get("thread_ts"))
                .containsExactly(human);
    }

    @Test
    void saysTheChallengeBackWhenItsAddressIsEntered() throws Exception {
        String body = "{\"token\":\"x\",\"challenge\":\"3eZbrw1aB\",\"type\":\"url_verification\"}";
        String time = String.valueOf(Instant.now().getEpochSecond());

        assertThat(sender.post(body, time, sender.sign(time, body)).body()).isEqualTo("3eZbrw1aB");
    }

    @Test
    void limitsAPersonInWhateverThreadsTheyAskAndNobodyElseInThem() throws Exception {
        List<String> threads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            threads.add(SlackSender.ts());
            sender.send(SlackSender.mention("U-busy", "C10", threads.get(i), "Busy " + i + "?"));
        }
        List<String> answers = new ArrayList<>();
        for (String thread : threads) {
            answers.add(answerTo(thread));
        }

        assertThat(answers)
                .filteredOn(answer -> answer.startsWith("You asked 10 questions within a minute"))
                .hasSize(2);
        assertThat(answers).filteredOn(answer -> answer.contains("the treaty")).hasSize(10);
        String ts = SlackSender.ts();
        sender.send(SlackSender.reply("C10", threads.getFirst(), ts, "And I?"));
        SLACK.await("chat.postMessage", 2, call -> call.get("thread_ts").equals(threads.getFirst()));
        assertThat(answerer.count("And I?")).isEqualTo(1);
    }

    /** Name, body, seconds from now, signature made out of the right one, more headers. */
    static List<Negative> negatives() {
        String body = SlackSender.mention("C6", "1700000001.000001", "Forged?");
        return List.of(
                new Negative("too old", body, -301, s -> s),
                new Negative("too new", body, 302, s -> s),
                new Negative("no signature", body, 0, s -> ""),
                new Negative("empty signature", body, 0, s -> " "),
                new Negative("upper case", body, 0, s -> "v0=" + s.substring(3).toUpperCase(Locale.ROOT)),
                new Negative("another version", body, 0, s -> "v1" + s.substring(2)),
                new Negative("body written anew", body.replace("\":", "\": "), 0, s -> s),
                new Negative("one digit wrong", body, 0, s -> s.replaceAll(".$", s.endsWith("0") ? "1" : "0")),
                new Negative(
                        "wrong secret",
                        body,
                        0,
                        s -> new SlackSignature("wrong", InstantSource.system())
                                .sign(
                                        String.valueOf(Instant.now().getEpochSecond()),
                                        body.getBytes(StandardCharsets.UTF_8))),
                new Negative("a megabyte", " ".repeat(1_000_000) + body, 0, s -> s));
    }

    record Negative(String name, String body, int seconds, UnaryOperator<String> signature) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("negatives")
    void refusesWhatIsNotSigned(Negative negative) throws Exception {
        String time = String.valueOf(Instant.now().getEpochSecond() + negative.seconds());
        String signedBody =
                negative.name().equals("body written anew") ? negative.body().replace("\": ", "\":") : negative.body();

        int status = sender.post(negative.body(), time, negative.signature().apply(sender.sign(time, signedBody)))
                .statusCode();

        assertThat(status).isEqualTo(401);
        assertThat(answerer.count("Forged?")).isZero();
    }

    @Test
    void refusesHeadersThatAreMissingDoubleOrNoTime() throws Exception {
        String body = SlackSender.mention("C6", "1700000001.000002", "Forged?");
        String time = String.valueOf(Instant.now().getEpochSecond());
        String signature = sender.sign(time, body);

        assertThat(sender.post(body, "", signature).statusCode()).isEqualTo(401);
        assertThat(sender.post(body, "noon", sender.sign("noon", body)).statusCode())
                .isEqualTo(401);
        assertThat(sender.post(body, time, signature, "X-Slack-Signature", signature)
                        .statusCode())
                .isEqualTo(401);
        assertThat(sender.post(body, time, signature, "X-Slack-Request-Timestamp", time)
                        .statusCode())
                .isEqualTo(401);
        assertThat(answerer.count("Forged?")).isZero();
    }

    @Test
    void isReachedUnderAnyNameButOnlyWhatIsSigned() throws Exception {
        String request = """
                POST %s HTTP/1.1\r
                Host: dateline.tunnel.example\r
                Content-Length: 0\r
                Connection: close\r
                \r
                """;
        assertThat(statusLine(request.formatted("/slack/events"))).contains(" 401");
        assertThat(statusLine(request.formatted("/slack/events/"))).contains(" 403");
        assertThat(statusLine(request.formatted("/slack/../api/articles"))).contains(" 403");
        assertThat(statusLine(request.formatted("/slack/events;/api"))).contains(" 403");
    }

    private String statusLine(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private String answerTo(String ts) throws InterruptedException {
        return SLACK.await("chat.postMessage", 1, call -> call.get("thread_ts").equals(ts))
                .getFirst()
                .markdown();
    }

    private static JsonNode block(FakeSlack.Call post, String type) throws IOException {
        return post.blocks()
                .valueStream()
                .filter(block -> block.path("type").asString("").equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " in " + post.blocks()));
    }
}
