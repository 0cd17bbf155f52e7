package io.dateline.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every database must do. */
abstract class ConversationStoreContract {

    private static final Turn.Failure INTERRUPTED = new Turn.Failure("interrupted", "Ended too early.", true);

    private final Instant start = Instant.parse("2026-11-24T09:00:00.123456Z");

    abstract ConversationStore store();

    @Test
    void keepsEverythingThatIsKnownOfATurn() {
        Turn.Scope scope = new Turn.Scope(
                LocalDate.of(2023, 3, 1),
                "O'Neil & Sons \"News\"",
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2023, 2, 28));
        Turn turn = Turn.running(id(), id(), "Wer unterschrieb? 誰が? 🕊", scope, start);
        assertThat(store().beginConversation(turn)).isEqualTo(ConversationStore.Beginning.BEGUN);
        assertThat(store().turn(turn.id())).contains(turn);

        String answer = "{\"text\":\"" + "long ".repeat(50_000) + "🕊\"}";
        Turn.Ending ending = new Turn.Ending(Turn.State.COMPLETED, "Who signed it?", answer, null);
        store().finish(turn.id(), ending, start.plusSeconds(2));
        Turn.Feedback feedback = new Turn.Feedback(Turn.Feedback.Verdict.DOWN, "wrong");
        assertThat(store().judge(turn.id(), feedback)).isTrue();

        assertThat(store().turn(turn.id()))
                .contains(new Turn(
                        turn.id(),
                        turn.conversation(),
                        turn.question(),
                        "Who signed it?",
                        scope,
                        start,
                        Turn.State.COMPLETED,
                        answer,
                        null,
                        start.plusSeconds(2),
                        feedback));
    }

    @Test
    void showsAnOwnerNothingOfAnother() {
        Turn turn = Turn.running(id(), id(), "What did Ann ask?", Turn.Scope.ALL, start);
        ConversationStore ann = store().ownedBy("ann");
        assertThat(ann.beginConversation(turn)).isEqualTo(ConversationStore.Beginning.BEGUN);
        ann.finish(turn.id(), new Turn.Ending(Turn.State.COMPLETED, null, "{}", null), start.plusSeconds(2));

        for (ConversationStore other : List.of(store(), store().ownedBy("bob"))) {
            assertThat(other.conversation(turn.conversation())).isEmpty();
            assertThat(other.turn(turn.id())).isEmpty();
            assertThat(other.turns(turn.conversation())).isEmpty();
            assertThat(other.lastCompleted(turn.conversation(), 10)).isEmpty();
            assertThat(other.find("What did Ann ask?", 10)).isEmpty();
            assertThat(other.rename(turn.conversation(), "mine")).isEmpty();
            assertThat(other.delete(turn.conversation())).isFalse();
            assertThat(other.judge(turn.id(), new Turn.Feedback(Turn.Feedback.Verdict.UP, "")))
                    .isFalse();
            Turn next = Turn.running(id(), turn.conversation(), "And?", Turn.Scope.ALL, start);
            assertThat(other.begin(next)).isEqualTo(ConversationStore.Beginning.NO_CONVERSATION);
        }
        assertThat(ann.lastCompleted(turn.conversation(), 10)).hasSize(1);
        assertThat(ann.turn(turn.id()).orElseThrow().feedback()).isNull();
        assertThat(ann.conversation(turn.conversation()).orElseThrow().title()).isEqualTo("What did Ann ask?");
    }

    @Test
    void keepsTimesToTheMicrosecond() {
        Turn turn = Turn.running(id(), id(), "When?", Turn.Scope.ALL, start.plusNanos(789));
        store().beginConversation(turn);

        assertThat(store().turn(turn.id()).orElseThrow().askedAt()).isEqualTo(start.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void beginsATurnOnceHoweverManyTryAtATime() throws Exception {
        Turn first = begun("First?");
        Turn turn = Turn.running(id(), first.conversation(), "Second?", Turn.Scope.ALL, start.plusSeconds(1));
        CountDownLatch together = new CountDownLatch(5);
        List<ConversationStore.Beginning> beginnings = new ArrayList<>();
        try (ExecutorService five = Executors.newFixedThreadPool(5)) {
            Callable<ConversationStore.Beginning> begin = () -> {
                together.countDown();
                together.await();
                return store().begin(turn);
            };
            for (Future<ConversationStore.Beginning> beginning : five.invokeAll(Collections.nCopies(5, begin))) {
                beginnings.add(beginning.get());
            }
        }

        assertThat(beginnings)
                .containsOnlyOnce(ConversationStore.Beginning.BEGUN)
                .filteredOn(ConversationStore.Beginning.KNOWN::equals)
                .hasSize(4);
        assertThat(store().turns(first.conversation())).containsExactly(first, turn);
    }

    @Test
    void leavesNoConversationBehindWhenTheTurnIsKnown() {
        Turn first = begun("First?");
        Turn again = Turn.running(first.id(), id(), "First?", Turn.Scope.ALL, start);

        assertThat(store().beginConversation(again)).isEqualTo(ConversationStore.Beginning.KNOWN);
        assertThat(store().conversation(again.conversation())).isEmpty();
    }

    @Test
    void doesNotContinueAConversationThatIsGone() {
        Turn first = begun("First?");
        assertThat(store().delete(first.conversation())).isTrue();

        Turn turn = Turn.running(id(), first.conversation(), "Second?", Turn.Scope.ALL, start);
        assertThat(store().begin(turn)).isEqualTo(ConversationStore.Beginning.NO_CONVERSATION);
        assertThat(store().turn(first.id())).isEmpty();
        assertThat(store().delete(first.conversation())).isFalse();
        store().finish(first.id(), new Turn.Ending(Turn.State.STOPPED, null, null, null), start);
    }

    @Test
    void findsConversationsByTitleAndQuestionNewestFirst() {
        String word = "zz" + id();
        Turn old = begun("What about " + word + " 100%_!?", 1);
        Turn recent = begun("Unrelated " + id(), 2);
        store().begin(Turn.running(
                id(), recent.conversation(), "And " + word + "?", Turn.Scope.ALL, start.plusSeconds(9)));
        store().finish(old.id(), new Turn.Ending(Turn.State.STOPPED, null, null, null), start.plusSeconds(5));

        assertThat(store().find(word.toUpperCase(java.util.Locale.ROOT), 10))
                .extracting(Conversation::id)
                .containsExactly(recent.conversation(), old.conversation());
        assertThat(store().find(word, 1))
                .hasSize(1)
                .first()
                .extracting(Conversation::turns)
                .isEqualTo(2);
        assertThat(store().find(word + " 100%_!", 10)).hasSize(1);
        assertThat(store().find("zz%" + word.substring(5), 10)).isEmpty();
        assertThat(store().find("' or 1=1 --", 10)).isEmpty();
    }

    @Test
    void renames() {
        Turn turn = begun("First?");

        assertThat(store().rename(turn.conversation(), "  On\n treaties "))
                .get()
                .extracting(Conversation::title)
                .isEqualTo("On treaties");
        assertThat(store().rename(id(), "On treaties")).isEmpty();
        assertThatThrownBy(() -> store().rename(turn.conversation(), " ")).hasMessageContaining("got 0");
        assertThatThrownBy(() -> store().rename(turn.conversation(), "x".repeat(201)))
                .hasMessageContaining("got 201");
    }

    @Test
    void givesTheLastCompletedTurnsOldestFirst() {
        Turn first = begun("Question 0");
        for (int i = 1; i < 6; i++) {
            Turn turn = Turn.running(id(), first.conversation(), "Question " + i, Turn.Scope.ALL, start.plusSeconds(i));
            store().begin(turn);
            Turn.Ending ending = i == 4
                    ? new Turn.Ending(Turn.State.FAILED, null, null, INTERRUPTED)
                    : new Turn.Ending(Turn.State.COMPLETED, null, "{}", null);
            store().finish(turn.id(), ending, start.plusSeconds(i));
        }

        assertThat(store().lastCompleted(first.conversation(), 3))
                .extracting(Turn::question)
                .containsExactly("Question 2", "Question 3", "Question 5");
    }

    @Test
    void failsWhatAnEarlierLifeLeftRunningAndLetsALateEndOverwriteIt() {
        Turn turn = begun("First?");
        assertThat(store().failRunning(INTERRUPTED, start)).isPositive();
        assertThat(store().turn(turn.id()).orElseThrow().failure()).isEqualTo(INTERRUPTED);
        assertThat(store().failRunning(INTERRUPTED, start)).isZero();

        store().finish(turn.id(), new Turn.Ending(Turn.State.COMPLETED, null, "{}", null), start);
        assertThat(store().turn(turn.id()).orElseThrow().failure()).isNull();
    }

    private Turn begun(String question) {
        return begun(question, 0);
    }

    private Turn begun(String question, int second) {
        Turn turn = Turn.running(id(), id(), question, Turn.Scope.ALL, start.plusSeconds(second));
        assertThat(store().beginConversation(turn)).isEqualTo(ConversationStore.Beginning.BEGUN);
        return turn;
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
