package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.Answer;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import io.dateline.channel.slack.FakeSlack.Call;
import io.dateline.channel.slack.FakeSlack.Reply;
import io.dateline.conversation.ConversationStore;
import io.dateline.conversation.Turn;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
            "spring.datasource.url=jdbc:h2:mem:slack-interaction;DB_CLOSE_DELAY=-1",
            "dateline.slack.bot-token=xoxb-test",
            "dateline.slack.signing-secret=" + SlackSender.SECRET
        })
@Timeout(60)
class SlackInteractionIT {

    private static final FakeSlack SLACK = new FakeSlack();

    private static final AtomicInteger TRIGGERS = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @Autowired
    private ConversationStore conversations;

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
    void answersACommandToWhoGaveItAndSharesItWhenTold() throws Exception {
        String question = unique("What was signed?");
        String command = command(question, trigger());
        assertThat(sender.send(command)).isEqualTo(200);
        assertThat(sender.send(command)).isEqualTo(200);
        Call shown = hook(question, "ephemeral");

        assertThat(shown.markdown()).contains("**the treaty**").contains("[\\[1\\]](https://news.example.org/a-1)");
        JsonNode button = block(shown, "actions").at("/elements/0");
        assertThat(button.path("action_id").asString()).isEqualTo("dateline_share");

        String press = press(button, "C1", "1700000000.5", "");
        sender.send(press.replace("%22U1%22", "%22U2%22"));
        sender.send(press);
        sender.send(press);
        Call shared = hook(question, "in_channel");
        SLACK.await("response_url", 1, call -> call.get("delete_original").equals("true"));

        assertThat(shared.markdown()).isEqualTo(shown.markdown());
        assertThat(shared.get("blocks")).contains("Shared by <@U1>").doesNotContain("dateline_share");
        assertThat(answerer.count(question)).isEqualTo(1);
        assertThat(SLACK.calls("response_url").stream()
                        .filter(call -> call.markdown().contains(question.substring(0, 20)))
                        .toList())
                .hasSize(2);
    }

    @Test
    void explainsTheCommandWhenItAsksNothing() throws Exception {
        sender.send(command("", trigger()));

        assertThat(SLACK.await("response_url", 1, call -> call.get("text").equals("Help"))
                        .getFirst()
                        .markdown())
                .contains("/dateline");
    }

    @Test
    void saysWhatTheArchiveSaysToAMessage() throws Exception {
        String words = unique("They signed a treaty");
        sender.send(payload("""
                {"type":"message_action","callback_id":"dateline_ask","trigger_id":"%s","response_url":"%s",\
                "team":{"id":"T1"},"user":{"id":"U1"},"channel":{"id":"C1"},"message_ts":"1.2",\
                "message":{"type":"message","user":"U3","ts":"1.2","text":"%s &amp; left <https://x.example|here>"}}""".formatted(trigger(), SLACK.hookUrl(), words)));

        hook(words, "ephemeral");
        assertThat(answerer.count(words + " & left here")).isEqualTo(1);
    }

    @Test
    void offersQuestionsSaysWhatItDoesAndNamesTheThreadInTheAssistantPane() throws Exception {
        sender.send(SlackSender.event("""
                {"type":"assistant_thread_started","assistant_thread":{"user_id":"U1","context":{},\
                "channel_id":"D7","thread_ts":"1700000000.000700"},"event_ts":"1.1"}"""));
        Call prompts = SLACK.await("assistant.threads.setSuggestedPrompts", 1).getFirst();
        assertThat(prompts.get("thread_ts")).isEqualTo("1700000000.000700");
        assertThat(prompts.get("prompts")).contains("What was signed?", "Who signed it?");

        for (String text : List.of("Who came first?", "Who came then?")) {
            sender.send(SlackSender.event("""
                    {"type":"message","user":"U1","text":"%s","ts":"%s","thread_ts":"1700000000.000700",\
                    "channel":"D7","channel_type":"im"}""".formatted(text, SlackSender.ts())));
            SLACK.await(
                    "chat.postMessage",
                    text.contains("then") ? 2 : 1,
                    call -> call.get("thread_ts").equals("1700000000.000700"));
        }

        assertThat(SLACK.calls("assistant.threads.setStatus").stream()
                        .filter(call -> call.get("channel_id").equals("D7")))
                .hasSize(2);
        assertThat(SLACK.calls("assistant.threads.setTitle"))
                .extracting(call -> call.get("title"))
                .contains("Who came first?")
                .doesNotContain("Who came then?");
    }

    @Test
    void answersAllTheSameWhereThereIsNoAssistantPane() throws Exception {
        SLACK.on("assistant.threads.setStatus", call -> Reply.tooMany(30));
        String ts = SlackSender.ts();
        sender.send(SlackSender.direct("D8", ts, "Who else came?"));

        SLACK.await("chat.postMessage", 1, call -> call.get("thread_ts").equals(ts));
        SLACK.on("assistant.threads.setStatus", SLACK::usual);
    }

    @Test
    void asksTheNextQuestionAtThePressOfAButtonAndKeepsWhatReadersThink() throws Exception {
        String question = unique("Who left?");
        String next = unique("Why did they leave?");
        answerer.on(question, (asked, past, listener) -> withFollowUp(next));
        String ts = SlackSender.ts();
        sender.send(SlackSender.mention("C9", ts, question));
        Call post = SLACK.await(
                        "chat.postMessage", 1, call -> call.get("thread_ts").equals(ts))
                .getFirst();

        String press = press(block(post, "actions").at("/elements/0"), "C9", "1700000000.9", ts);
        sender.send(press);
        sender.send(press);
        Call answer = SLACK.await(
                        "chat.postMessage", 2, call -> call.get("thread_ts").equals(ts))
                .getLast();
        assertThat(answer.markdown()).startsWith("_" + next);
        assertThat(answerer.count(next)).isEqualTo(1);

        JsonNode thumbs = block(post, "context_actions").at("/elements/0");
        String id = thumbs.at("/positive_button/value").asString("").substring(3);
        sender.send(payload("""
                {"type":"block_actions","trigger_id":"%s","team":{"id":"T1"},"user":{"id":"U1"},"channel":{"id":"C9"},\
                "container":{"type":"message","message_ts":"1.3","channel_id":"C9","thread_ts":"%s"},\
                "actions":[{"type":"feedback_buttons","action_id":"dateline_feedback","block_id":"b","value":"up %s"}]}""".formatted(trigger(), ts, id)));
        String owner = "slack/T1/C9/" + ts;
        Turn turn = conversations.ownedBy(owner).turn(id).orElseThrow();
        // The test's own time limit ends this when the thumb is never written down.
        while (turn.feedback() == null) {
            Thread.onSpinWait();
            turn = conversations.ownedBy(owner).turn(id).orElseThrow();
        }
        assertThat(turn.feedback()).isEqualTo(new Turn.Feedback(Turn.Feedback.Verdict.UP, ""));
    }

    private static Answer withFollowUp(String next) {
        Answer answer = ScriptedAnswerer.answer("They left [1].");
        return new Answer(
                answer.status(),
                answer.text(),
                answer.fact(),
                answer.citations(),
                answer.sources(),
                List.of(next),
                answer.mode(),
                answer.timings(),
                null,
                null);
    }

    private static String unique(String question) {
        return question.replace("?", "") + " number " + TRIGGERS.incrementAndGet()
                + (question.endsWith("?") ? "?" : "");
    }

    private static String trigger() {
        return TRIGGERS.incrementAndGet() + ".trigger";
    }

    private static String command(String text, String trigger) {
        return form(Map.of(
                "command", "/dateline",
                "text", text,
                "team_id", "T1",
                "user_id", "U1",
                "channel_id", "C1",
                "trigger_id", trigger,
                "response_url", SLACK.hookUrl()));
    }

    private static String press(JsonNode button, String channel, String messageTs, String thread) {
        return payload("""
                {"type":"block_actions","trigger_id":"%s","response_url":"%s","team":{"id":"T1"},"user":{"id":"U1"},\
                "channel":{"id":"%s"},"container":{"type":"message","message_ts":"%s","channel_id":"%s"%s},\
                "actions":[{"type":"button","action_id":"%s","block_id":"b","value":"%s"}]}""".formatted(
                        trigger(),
                        SLACK.hookUrl(),
                        channel,
                        messageTs,
                        channel,
                        thread.isEmpty() ? "" : ",\"thread_ts\":\"" + thread + "\"",
                        button.path("action_id").asString(),
                        button.path("value").asString()));
    }

    private static String payload(String json) {
        return form(Map.of("payload", json));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Call hook(String question, String type) throws InterruptedException {
        return SLACK.await(
                        "response_url",
                        1,
                        call -> call.get("response_type").equals(type)
                                && call.markdown().contains(question.substring(0, question.length() - 1)))
                .getFirst();
    }

    private static JsonNode block(Call post, String type) throws IOException {
        return post.blocks()
                .valueStream()
                .filter(block -> block.path("type").asString("").equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " in " + post.blocks()));
    }
}
