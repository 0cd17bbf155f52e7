package io.dateline.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatThreadsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final ChatThreads threads = TestDatabase.threadsInMemory();

    @Test
    void givesADeliveryToTheFirstWhoClaimsIt() {
        assertThat(threads.claim("slack/1", null, NOW)).isTrue();
        assertThat(threads.claim("slack/1", null, NOW.plus(Duration.ofMinutes(10))))
                .isFalse();
        assertThat(threads.claim("slack/2", null, NOW)).isTrue();
    }

    @Test
    void forgetsADeliveryThatWillNotComeAgain() {
        threads.claim("slack/1", "message", NOW);
        threads.claim("slack/2", null, NOW.plus(Duration.ofHours(2)));

        assertThat(threads.unanswered("slack/")).isEmpty();
    }

    @Test
    void knowsWhatWasNotAnswered() {
        threads.claim("slack/1", "first", NOW);
        threads.claim("slack/2", "second", NOW.plusSeconds(1));
        threads.claim("other/3", "third", NOW.plusSeconds(2));
        threads.answered("slack/1");

        assertThat(threads.unanswered("slack/")).isEqualTo(List.of("second"));
        assertThat(threads.claim("slack/1", "first", NOW.plusSeconds(3))).isFalse();
    }

    @Test
    void remembersTheLastConversationOfAThread() {
        assertThat(threads.conversation("slack/T1")).isEmpty();
        threads.keep("slack/T1", "one", NOW);
        threads.keep("slack/T1", "two", NOW);

        assertThat(threads.conversation("slack/T1")).contains("two");
    }
}
