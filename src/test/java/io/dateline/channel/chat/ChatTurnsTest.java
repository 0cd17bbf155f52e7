package io.dateline.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChatTurnsTest {

    @Test
    void letsTheQuestionsOfOneThreadThroughOneAfterTheOther() throws Exception {
        ChatTurns turns = new ChatTurns(1);
        List<String> order = new CopyOnWriteArrayList<>();
        ChatTurns.Turn first = turns.take("a");
        try (ChatInbox inbox = new ChatInbox(3)) {
            CountDownLatch comes = new CountDownLatch(1);
            inbox.offer(() -> {
                comes.countDown();
                turns.take("a").end();
                order.add("second of a");
            });
            comes.await();
            turns.take("b").end();
            order.add("b");
            order.add("first of a");
            first.end();
        }

        assertThat(order).containsExactly("b", "first of a", "second of a");
    }

    @Test
    void letsAsManyOfOnePersonThroughAsItIsTold() throws Exception {
        ChatTurns turns = new ChatTurns(2);
        List<String> order = new CopyOnWriteArrayList<>();
        ChatTurns.Turn first = turns.take("ann");
        turns.take("ann");
        try (ChatInbox inbox = new ChatInbox(1)) {
            inbox.offer(() -> {
                turns.take("ann");
                order.add("third");
            });
            order.add("first and second");
            first.end();
        }

        assertThat(order).containsExactly("first and second", "third");
    }
}
