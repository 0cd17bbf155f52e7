package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.chat.ChatInbox;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SlackTurnsTest {

    @Test
    void letsTheQuestionsOfOneThreadThroughOneAfterTheOther() throws Exception {
        SlackTurns turns = new SlackTurns();
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch isIn = new CountDownLatch(1);
        try (ChatInbox inbox = new ChatInbox(3)) {
            inbox.offer(() -> turns.inTurn("a", () -> {
                isIn.countDown();
                first.await();
                order.add("first of a");
            }));
            isIn.await();
            inbox.offer(() -> turns.inTurn("a", () -> order.add("second of a")));
            turns.inTurn("b", () -> order.add("b"));
            first.countDown();
        }

        assertThat(order).containsExactly("b", "first of a", "second of a");
    }
}
