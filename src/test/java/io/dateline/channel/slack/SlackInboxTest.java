package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SlackInboxTest {

    @Test
    void refusesWhatItHasNoRoomForAndGoesOnAfterAFault() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (SlackInbox inbox = new SlackInbox(2)) {
            assertThat(inbox.offer(released::await)).isTrue();
            assertThat(inbox.offer(() -> {
                        released.await();
                        throw new IllegalStateException("a fault that this test wants");
                    }))
                    .isTrue();
            assertThat(inbox.offer(done::countDown)).isFalse();

            released.countDown();
            while (!inbox.offer(done::countDown)) {
                Thread.onSpinWait();
            }
            done.await();
        }
    }

    @Test
    void takesNothingAfterItsEnd() {
        SlackInbox inbox = new SlackInbox(2);
        inbox.close();

        assertThat(inbox.offer(() -> {})).isFalse();
    }

    @Test
    void letsTheQuestionsOfOneThreadThroughOneAfterTheOther() throws Exception {
        SlackTurns turns = new SlackTurns();
        List<String> order = new CopyOnWriteArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch isIn = new CountDownLatch(1);
        try (SlackInbox inbox = new SlackInbox(3)) {
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
