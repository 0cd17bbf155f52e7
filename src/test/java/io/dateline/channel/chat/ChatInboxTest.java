package io.dateline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChatInboxTest {

    @Test
    void refusesWhatItHasNoRoomForAndGoesOnAfterAFault() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ChatInbox inbox = new ChatInbox(2)) {
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
        ChatInbox inbox = new ChatInbox(2);
        inbox.close();

        assertThat(inbox.offer(() -> {})).isFalse();
    }
}
