package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.LayoutBlock;
import io.dateline.channel.slack.FakeSlack.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlackReplyTest {

    private static final List<LayoutBlock> BELOW =
            List.of(DividerBlock.builder().build());

    private final FakeSlack slack = new FakeSlack();
    private final VirtualPace pace = new VirtualPace();
    private final SlackStreams streams = new SlackStreams();
    private final SlackPosts posts = new SlackPosts(new SlackCalls(client(), pace));

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void streamsInPiecesOfWorthwhileLength() throws Exception {
        String text = prose(3_000);
        write(text, 40, Duration.ofMillis(20));

        assertThat(slack.messages()).containsExactly(text);
        assertThat(slack.calls("chat.appendStream")).hasSizeBetween(5, 12);
        assertThat(slack.calls("chat.startStream").getFirst().parameters())
                .containsEntry("recipient_user_id", "U1")
                .containsEntry("recipient_team_id", "T1")
                .containsEntry("thread_ts", "1.0");
        assertThat(slack.calls("chat.stopStream").getFirst().blocks()).hasSize(1);
    }

    @Test
    void goesOnInAnotherMessageBeforeAStreamIsTooLong() throws Exception {
        String text = prose(15_668);
        write(text, 200, Duration.ofMillis(100));

        assertThat(slack.messages()).hasSize(2).allMatch(message -> message.length() <= 11_000);
        assertThat(String.join("", slack.messages())).isEqualTo(text);
        assertThat(slack.messages().getFirst()).endsWith(".");
        assertThat(slack.calls("chat.stopStream").getLast().blocks()).hasSize(1);
    }

    @Test
    void goesOnInAnotherMessageBeforeAStreamIsTooOld() throws Exception {
        String text = prose(4_000);
        write(text, 100, Duration.ofSeconds(10));

        assertThat(slack.messages()).hasSize(2);
        assertThat(String.join("", slack.messages())).isEqualTo(text);
        assertThat(slack.calls("chat.startStream")).hasSize(2);
    }

    @Test
    void changesTheMessageWhenItsStreamHasExpired() throws Exception {
        AtomicInteger appends = new AtomicInteger();
        slack.on(
                "chat.appendStream",
                call -> appends.incrementAndGet() < 3
                        ? slack.usual(call)
                        : Reply.error("message_not_in_streaming_state"));
        slack.on("chat.stopStream", call -> Reply.error("message_not_in_streaming_state"));
        String text = prose(3_000);
        write(text, 100, Duration.ofSeconds(1));

        assertThat(slack.messages()).containsExactly(text);
        assertThat(slack.calls("chat.update").getLast().blocks()).hasSize(2);
    }

    @Test
    void changesTheMessageWhenTheStreamExpiredJustBeforeItsEnd() throws Exception {
        slack.on("chat.stopStream", call -> Reply.error("message_not_in_streaming_state"));
        String text = prose(900);
        write(text, 300, Duration.ofSeconds(1));

        assertThat(slack.messages()).containsExactly(text);
    }

    @Test
    void changesAMessageWhereThereAreNoStreams() throws Exception {
        slack.on("chat.startStream", call -> Reply.error("unknown_method"));
        String text = prose(3_000);
        write(text, 100, Duration.ofSeconds(1));
        write(text, 100, Duration.ofSeconds(1));

        assertThat(slack.messages()).containsExactly(text, text);
        assertThat(slack.calls("chat.startStream")).hasSize(1);
        assertThat(slack.calls("chat.update")).hasSizeBetween(4, 30);
    }

    @Test
    void waitsAsLongAsSlackTellsItToAndLosesNothing() throws Exception {
        for (String method : List.of("chat.startStream", "chat.appendStream", "chat.stopStream")) {
            AtomicInteger calls = new AtomicInteger();
            slack.on(method, call -> calls.incrementAndGet() == 1 ? Reply.tooMany(2) : slack.usual(call));
        }
        String text = prose(2_000);
        write(text, 100, Duration.ofSeconds(1));

        assertThat(slack.messages()).containsExactly(text);
        assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));
    }

    @Test
    void goesOnInAnotherMessageWhenSlackFindsItTooLong() throws Exception {
        AtomicInteger appends = new AtomicInteger();
        slack.on(
                "chat.appendStream",
                call -> appends.incrementAndGet() == 2 ? Reply.error("msg_too_long") : slack.usual(call));
        String text = prose(3_000);
        write(text, 100, Duration.ofSeconds(1));

        assertThat(slack.messages()).hasSize(2);
        assertThat(String.join("", slack.messages())).isEqualTo(text);
    }

    @Test
    void opensNoMoreStreamsThanSlackAllowsAndPostsTheRest() throws Exception {
        String text = prose(1_000);
        for (int i = 0; i < 30; i++) {
            write(text, 300, Duration.ofMillis(400));
        }

        assertThat(slack.messages()).hasSize(30).containsOnly(text);
        assertThat(slack.calls("chat.startStream")).hasSize(20);
        assertThat(slack.calls("chat.appendStream").size()).isLessThanOrEqualTo(100);
        assertThat(slack.calls("chat.postMessage")).hasSize(10);
    }

    @Test
    void replacesWhatWasGivenUp() throws Exception {
        SlackReply reply = reply();
        reply.show("A preview.");
        reply.finish("Another answer.", "Another", BELOW);

        assertThat(slack.messages()).containsExactly("Another answer.");
    }

    @Test
    void postsTheWordsAloneWhereBlocksAreNotTaken() throws Exception {
        slack.on(
                "chat.postMessage",
                call -> call.blocks().isEmpty() ? slack.usual(call) : Reply.error("invalid_blocks"));
        reply().finish(prose(5_000), "Summary", BELOW);

        assertThat(slack.calls("chat.postMessage").stream()
                        .filter(call -> call.blocks().isEmpty())
                        .map(call -> call.get("text"))
                        .toList())
                .hasSize(2)
                .satisfies(texts -> assertThat(String.join("", texts)).isEqualTo(prose(5_000)));
    }

    /** Shows more and more of the text, and then all of it. */
    private void write(String text, int step, Duration each) throws SlackFailure, InterruptedException {
        SlackReply reply = reply();
        for (int length = step; length < text.length(); length += step) {
            pace.pass(each);
            int end = text.lastIndexOf('.', length) + 1;
            reply.show(text.substring(0, end));
        }
        pace.pass(each);
        reply.finish(text, "Summary", BELOW);
    }

    private SlackReply reply() {
        return new SlackReply(
                new SlackMessage(new SlackPlace("T1", "C1", "1.0"), "2.0", "U1", "Who?", false), posts, streams, pace);
    }

    private MethodsClient client() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(slack.url());
        config.setStatsEnabled(false);
        return Slack.getInstance(config).methods("xoxb-test");
    }

    /** Sentences, together exactly so long. */
    private static String prose(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; text.length() < length; i++) {
            text.append(i == 1 ? "" : " ").append("Sentence ").append(i).append(" says little.");
        }
        return text.substring(0, length - 1) + ".";
    }
}
