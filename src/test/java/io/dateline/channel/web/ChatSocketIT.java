package io.dateline.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import io.dateline.conversation.ConversationStore;
import io.dateline.conversation.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:chat-socket;DB_CLOSE_DELAY=-1")
@Timeout(60)
class ChatSocketIT {

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @Autowired
    private ConversationStore conversations;

    @Test
    void streamsAnAnswerInTheOrderOfTheProtocol() throws InterruptedException {
        String id = id();
        try (ChatClient client = new ChatClient(port)) {
            client.ask(id, "What was signed?");
            List<JsonNode> frames =
                    client.untilEnd().stream().map(JSON::readTree).toList();

            assertThat(frames)
                    .extracting(frame -> frame.get("type").stringValue())
                    .containsExactly(
                            "accepted", "rewritten", "sources", "fact", "text", "text", "citation", "completed");
            assertThat(frames).extracting(frame -> frame.get("seq").intValue()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
            assertThat(frames).allMatch(frame -> frame.get("id").stringValue().equals(id));
            assertThat(frames.get(2).toString())
                    .endsWith(
                            "\"sources\":[{\"number\":1,\"articleId\":\"a-1\",\"title\":\"A treaty\","
                                    + "\"url\":\"https://news.example.org/a-1\",\"publisher\":null,"
                                    + "\"publishedAt\":\"2023-03-01\",\"snippet\":\"They signed.\"}],\"passages\":1,\"tookMs\":12}");
            assertThat(frames.get(3).toString())
                    .contains(
                            "\"text\":\"the treaty\",\"sentence\":\"They signed the treaty.\",\"citation\":{\"number\":1,"
                                    + "\"articleId\":\"a-1\",\"start\":4,\"end\":30,")
                    .contains("\"verdict\":\"supported\"}")
                    .endsWith("\"confidence\":0.75}");
            assertThat(frames.get(7).propertyNames())
                    .containsExactly(
                            "id",
                            "seq",
                            "type",
                            "status",
                            "text",
                            "fact",
                            "citations",
                            "sources",
                            "followUps",
                            "mode",
                            "timings",
                            "tokens",
                            "notice");
            assertThat(frames.get(7).get("status").stringValue()).isEqualTo("answered");
            assertThat(frames.get(7).get("timings").toString()).isEqualTo("{\"retrieve\":11,\"total\":23}");
        }
    }

    @Test
    void resumesAfterEveryEventByteForByte() throws InterruptedException {
        String id = id();
        try (ChatClient first = new ChatClient(port)) {
            first.ask(id, "What was signed?");
            List<String> whole = first.untilEnd();
            for (int after = 0; after < whole.size(); after++) {
                try (ChatClient again = new ChatClient(port)) {
                    again.send("{'type':'resume','id':'" + id + "','after':" + after + "}");
                    assertThat(again.untilEnd()).isEqualTo(whole.subList(after, whole.size()));
                }
            }
        }
    }

    @Test
    void goesOnWhenTheReaderVanishesInMidAnswer() throws InterruptedException {
        String question = "Slowly " + id();
        CountDownLatch gone = new CountDownLatch(1);
        answerer.on(question, (asked, past, listener) -> {
            listener.accept(new TextAdded("before "));
            gone.await();
            listener.accept(new TextAdded("after"));
            return ScriptedAnswerer.answer("before after");
        });
        String id = id();
        ChatClient first = new ChatClient(port);
        first.ask(id, question);
        List<String> seen = new ArrayList<>(List.of(first.next(), first.next()));
        first.vanish();

        try (ChatClient again = new ChatClient(port)) {
            again.send("{'type':'resume','id':'" + id + "','after':2}");
            gone.countDown();
            seen.addAll(again.untilEnd());
        }

        assertThat(seen).hasSize(4);
        assertThat(JSON.readTree(seen.getLast()).get("text").stringValue()).isEqualTo("before after");
        assertThat(answerer.count(question)).isEqualTo(1);
    }

    @Test
    void asksOnceWhenTheSameIdComesFromSeveralSockets() throws InterruptedException {
        String question = "Five times " + id();
        CountDownLatch released = new CountDownLatch(1);
        answerer.on(question, (asked, past, listener) -> {
            released.await();
            return ScriptedAnswerer.shortly(asked, past, listener);
        });
        String id = id();
        try (ChatClient one = new ChatClient(port);
                ChatClient two = new ChatClient(port);
                ChatClient three = new ChatClient(port)) {
            one.ask(id, question);
            two.ask(id, question);
            two.ask(id, question);
            three.ask(id, question);
            three.ask(id, question);
            released.countDown();
            List<String> whole = one.untilEnd();

            assertThat(two.untilEnd()).isEqualTo(whole);
            assertThat(three.untilEnd()).isEqualTo(whole);
        }
        assertThat(answerer.count(question)).isEqualTo(1);
    }

    @Test
    void tellsTheEndAgainToWhoAsksAgainAtTheVeryMomentItCame() throws InterruptedException {
        try (ChatClient client = new ChatClient(port)) {
            for (int i = 0; i < 300; i++) {
                String id = id();
                client.ask(id, "What was signed?");
                List<String> first = client.untilEnd();
                client.ask(id, "What was signed?");

                assertThat(client.untilEnd()).isEqualTo(first);
            }
        }
    }

    @Test
    void answersAHundredQuestionsOfOneSocketAtOnce() throws InterruptedException {
        try (ChatClient client = new ChatClient(port)) {
            for (int i = 0; i < 100; i++) {
                client.ask("hundred-" + i + "-" + id(), "What was signed?");
            }
            Map<String, Integer> lastSeq = new HashMap<>();
            Map<String, String> ends = new HashMap<>();
            while (ends.size() < 100) {
                JsonNode frame = client.nextJson();
                String id = frame.get("id").stringValue();
                assertThat(ends).doesNotContainKey(id);
                assertThat(frame.get("seq").intValue()).isEqualTo(lastSeq.getOrDefault(id, 0) + 1);
                lastSeq.put(id, frame.get("seq").intValue());
                if (ChatClient.isTerminal(frame.toString())) {
                    ends.put(id, frame.get("type").stringValue());
                }
            }

            assertThat(ends.values()).containsOnly("completed");
        }
    }

    @Test
    void stopsAQuestionFromAnotherSocket() throws InterruptedException {
        String question = "Wait " + id();
        CountDownLatch started = new CountDownLatch(1);
        answerer.on(question, (asked, past, listener) -> {
            started.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError();
        });
        String id = id();
        try (ChatClient one = new ChatClient(port);
                ChatClient two = new ChatClient(port)) {
            one.ask(id, question);
            started.await();
            two.send("{'type':'stop','id':'" + id + "'}");

            assertThat(one.untilEnd().getLast()).isEqualTo("{\"id\":\"" + id + "\",\"seq\":2,\"type\":\"stopped\"}");
        }
        assertThat(conversations.turn(id).orElseThrow().state()).isEqualTo(Turn.State.STOPPED);
    }

    @Test
    void continuesAConversation() throws InterruptedException {
        try (ChatClient client = new ChatClient(port)) {
            client.ask(id(), "What was signed?");
            String conversation = JSON.readTree(client.untilEnd().getFirst())
                    .get("conversation")
                    .stringValue();
            String question = "And when was that? " + id();
            CountDownLatch sawPast = new CountDownLatch(1);
            answerer.on(question, (asked, past, listener) -> {
                if (past.size() == 1 && past.getFirst().question().equals("What was signed?")) {
                    sawPast.countDown();
                }
                return ScriptedAnswerer.answer("on 1 March");
            });
            client.send("{'type':'ask','id':'" + id() + "','conversation':'" + conversation + "','question':'"
                    + question + "','asOf':'2023-03-02','filters':{'publisher':'AP','from':'2023-01-01'}}");
            client.untilEnd();

            assertThat(sawPast.getCount()).isZero();
            assertThat(conversations.turns(conversation).getLast().scope().publisher())
                    .isEqualTo("AP");
        }
    }

    @Test
    void takesFeedback() throws InterruptedException {
        String id = id();
        try (ChatClient client = new ChatClient(port)) {
            client.ask(id, "What was signed?");
            client.untilEnd();
            client.send("{'type':'feedback','id':'" + id + "','verdict':'down','note':'wrong day'}");
            client.send("{'type':'feedback','id':'never-asked','verdict':'up'}");

            assertThat(client.nextJson().get("code").stringValue()).isEqualTo("unknown_id");
        }
        assertThat(conversations.turn(id).orElseThrow().feedback())
                .isEqualTo(new Turn.Feedback(Turn.Feedback.Verdict.DOWN, "wrong day"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    hello                                                                  | null         | 0
                    {'type':'ask','id':'id-00001','question':'What                         | null         | 0
                    []                                                                     | null         | 0
                    null                                                                   | null         | 0
                    {}                                                                     | null         | 0
                    {'type':'ask'}                                                         | null         | 0
                    {'type':7,'id':'id-00001'}                                             | null         | 0
                    {'type':'ask','id':'short','question':'What?'}                         | null         | 0
                    {'type':'ask','id':'id 00001 ','question':'What?'}                     | null         | 0
                    {'type':'ask','id':17,'question':'What?'}                              | null         | 0
                    {'type':'shout','id':'id-00001'}                                       | id-00001     | 0
                    {'type':'ask','id':'id-00001'}                                         | id-00001     | 1
                    {'type':'ask','id':'id-00001','question':['What?']}                    | id-00001     | 1
                    {'type':'ask','id':'id-00001','question':''}                           | id-00001     | 1
                    {'type':'ask','id':'id-00001','question':'  \\n'}                      | id-00001     | 1
                    {'type':'ask','id':'id-00001','question':'\\u0000?'}                   | id-00001     | 1
                    {'type':'ask','id':'id-00001','question':'\\ud800?'}                   | id-00001     | 1
                    {'type':'ask','id':'id-00001','question':'What?','asOf':'yesterday'}   | id-00001     | 1
                    {'type':'ask','id':'id-00001','question':'What?','asOf':20230301}      | id-00001     | 1
                    {'type':'ask','id':'id-00001','question':'What?','filters':'AP'}       | id-00001     | 1
                    {'type':'ask','id':'id-00001','question':'What?','conversation':'no'}  | id-00001     | 1
                    {'type':'resume','id':'id-00001'}                                      | id-00001     | 0
                    {'type':'resume','id':'id-00001','after':-1}                           | id-00001     | 0
                    {'type':'resume','id':'id-00001','after':'1'}                          | id-00001     | 0
                    {'type':'resume','id':'id-00001','after':99999999999}                  | id-00001     | 0
                    {'type':'resume','id':'id-00001','after':3}                            | id-00001     | 1
                    {'type':'feedback','id':'id-00001','verdict':'great'}                  | id-00001     | 0
                    """)
    void refusesAFrameThatCannotBeUsedAndStaysOpen(String frame, String id, int seq) throws InterruptedException {
        try (ChatClient client = new ChatClient(port)) {
            client.send(frame);
            JsonNode refusal = client.nextJson();

            assertThat(refusal.get("type").stringValue()).isEqualTo("failed");
            assertThat(refusal.get("code").stringValue()).isIn("bad_request", "unknown_id", "unknown_conversation");
            assertThat(refusal.get("id").isNull() ? "null" : refusal.get("id").stringValue())
                    .isEqualTo(id);
            assertThat(refusal.get("seq").intValue()).isEqualTo(seq);
            assertThat(refusal.get("message").stringValue()).doesNotContain("Exception", "tools.jackson");
            client.send("{'type':'ask','id':'" + id() + "','question':'Still there?','nobody':{'knows':[1]}}");
            assertThat(JSON.readTree(client.untilEnd().getLast()).get("type").stringValue())
                    .isEqualTo("completed");
        }
    }

    @Test
    void refusesAQuestionThatIsTooLong() throws InterruptedException {
        try (ChatClient client = new ChatClient(port)) {
            client.ask(id(), "x".repeat(2_001));
            assertThat(client.nextJson().get("message").stringValue())
                    .contains("2001")
                    .contains("2000");
            client.ask(id(), "x".repeat(2_000));
            assertThat(JSON.readTree(client.untilEnd().getLast()).get("type").stringValue())
                    .isEqualTo("completed");
        }
    }

    @Test
    void closesAFrameOverTheLimit() throws Exception {
        try (ChatClient client = new ChatClient(port)) {
            client.send("x".repeat(16 * 1024 + 1));
            assertThat(client.closeCode()).isEqualTo(1009);
        }
        try (ChatClient client = new ChatClient(port)) {
            client.send("ж".repeat(9 * 1024));
            assertThat(client.closeCode()).isEqualTo(1009);
        }
        try (ChatClient client = new ChatClient(port)) {
            client.sendInTwoFragments("x".repeat(9 * 1024), "x".repeat(9 * 1024));
            assertThat(client.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void takesAFrameOfExactlyTheLimit() throws InterruptedException {
        String frame = "{\"type\":\"ask\",\"id\":\"" + id() + "\",\"question\":\"What?\",\"pad\":\"";
        try (ChatClient client = new ChatClient(port)) {
            client.send(frame + "x".repeat(16 * 1024 - frame.length() - 2) + "\"}");
            assertThat(client.untilEnd().getLast()).contains("\"completed\"");
        }
    }

    @Test
    void closesABinaryFrame() throws Exception {
        try (ChatClient client = new ChatClient(port)) {
            client.sendBinary();
            assertThat(client.closeCode()).isEqualTo(1003);
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
