package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import io.dateline.channel.slack.FakeSlack.Reply;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SlackHooksTest {

    private final FakeSlack fake = new FakeSlack();
    private final VirtualPace pace = new VirtualPace();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void waitsAsLongAsSlackTellsItToAndSendsItAgain() throws Exception {
        answer(Reply.tooMany(7), new Reply(500, "", Map.of()), Reply.ok(""));

        send();

        assertThat(fake.calls("response_url")).hasSize(3);
        assertThat(pace.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2));
    }

    @Test
    void saysThatTheAddressIsOfNoUseAnyMore() {
        answer(new Reply(404, "expired_url", Map.of()));

        assertThatThrownBy(this::send).isInstanceOf(SlackFailure.class).hasMessageContaining("404");
        assertThat(fake.calls("response_url")).hasSize(1);
    }

    private void answer(Reply... replies) {
        Iterator<Reply> left = List.of(replies).iterator();
        fake.on("response_url", call -> left.next());
    }

    private void send() throws SlackFailure, InterruptedException {
        new SlackHooks(Slack.getInstance(), pace)
                .send(
                        fake.hookUrl(),
                        ActionResponse.builder().text("It was signed.").build());
    }
}
