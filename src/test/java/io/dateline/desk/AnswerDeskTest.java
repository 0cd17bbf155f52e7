package io.dateline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.AnswerEvent;
import io.dateline.answering.AnswerEvent.Accepted;
import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.answering.AnswerEvent.Stopped;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.Exchange;
import io.dateline.answering.Question;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.conversation.ConversationStore;
import io.dateline.conversation.TestDatabase;
import io.dateline.conversation.Turn;
import io.dateline.index.Filter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class AnswerDeskTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final ConversationStore store = TestDatabase.inMemory();
    private final AnswerJson json =
            new AnswerJson(AnswerJson.configure(JsonMapper.builder()).build());
    private final ScriptedAnswerer answerer = new ScriptedAnswerer();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T09:00:00Z"));
    private AnswerDesk desk = desk(limits(64, 256, Duration.ofMinutes(2), Duration.ofSeconds(3)));

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void numbersTheEventsFromOneAndEndsWithTheAnswer() throws InterruptedException {
        List<AnswerLog.Entry> entries = followed(desk.ask(question("What was signed?")));

        assertThat(entries).extracting(AnswerLog.Entry::seq).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(entries.getFirst().event()).isInstanceOf(Accepted.class);
        assertThat(entries.getLast().event()).isInstanceOf(Completed.class);
        assertThat(entries).filteredOn(AnswerLog.Entry::isLast).hasSize(1);
    }

    @Test
    void savesTheAnswerBeforeAnybodySeesTheEnd() throws InterruptedException {
        Question question = question("What was signed?");
        AnswerLog log = desk.ask(question);
        List<Turn.State> states = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        log.listen(() -> {
            if (log.endsAt(8)) {
                states.add(store.turn(question.id()).orElseThrow().state());
                ended.countDown();
            }
        });
        if (log.endsAt(8)) {
            states.add(store.turn(question.id()).orElseThrow().state());
            ended.countDown();
        }
        ended.await();

        assertThat(states).isNotEmpty().containsOnly(Turn.State.COMPLETED);
        Turn turn = store.turn(question.id()).orElseThrow();
        assertThat(turn.standalone()).isEqualTo("What was signed? (standalone)");
        assertThat(json.read(String.valueOf(turn.answer()))).isEqualTo(((Completed) end(log)).answer());
    }

    @Test
    void asksOnceWhenTheSameIdComesFiveTimesAtOnce() throws Exception {
        Question question = question("What was signed?");
        CountDownLatch together = new CountDownLatch(5);
        Set<AnswerLog> logs = ConcurrentHashMap.newKeySet();
        try (ExecutorService five = Executors.newFixedThreadPool(5)) {
            List<Future<Boolean>> asks = five.invokeAll(java.util.Collections.nCopies(5, (Callable<Boolean>) () -> {
                together.countDown();
                together.await();
                return logs.add(desk.ask(question));
            }));
            for (Future<Boolean> ask : asks) {
                ask.get();
            }
        }

        assertThat(logs).hasSize(1);
        end(logs.iterator().next());
        assertThat(answerer.count("What was signed?")).isEqualTo(1);
        assertThat(store.find("", 10)).hasSize(1);
    }

    @Test
    void asksOnceWhenTheIdIsKnownFromAnEarlierLife() throws InterruptedException {
        Question question = question("What was signed?");
        Completed first = (Completed) end(desk.ask(question));
        desk.close();
        desk = desk(limits(64, 256, Duration.ofMinutes(2), Duration.ofSeconds(3)));

        List<AnswerLog.Entry> again = followed(desk.ask(question));

        assertThat(again).hasSize(1);
        assertThat(again.getFirst().event()).isEqualTo(first);
        assertThat(answerer.count("What was signed?")).isEqualTo(1);
    }

    @Test
    void givesTheStoredEndFromNumberOneWhenTheLogIsGone() throws InterruptedException {
        Question question = question("What was signed?");
        Completed first = (Completed) end(desk.ask(question));
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(9)));
        desk.ask(question("What else?"));
        assertThat(desk.resume(question.id()).orElseThrow().endsAt(8)).isTrue();

        now.updateAndGet(time -> time.plus(Duration.ofMinutes(7)));
        desk.ask(question("And what else?"));
        AnswerLog restored = desk.resume(question.id()).orElseThrow();

        assertThat(restored.resumeAfter(8)).isZero();
        assertThat(followed(restored)).containsExactly(new AnswerLog.Entry(1, first));
    }

    @Test
    void stopsAnAnswerThatWaits() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        answerer.on("Wait.", (question, past, listener) -> {
            started.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError();
        });
        Question question = question("Wait.");
        AnswerLog log = desk.ask(question);
        started.await();
        desk.stop(question.id());

        assertThat(end(log)).isEqualTo(new Stopped());
        assertThat(store.turn(question.id()).orElseThrow().state()).isEqualTo(Turn.State.STOPPED);
        assertThat(followed(desk.resume(question.id()).orElseThrow())).hasSize(2);
    }

    @Test
    void keepsWhatWasSeenOfAStoppedAnswer() throws InterruptedException {
        CountDownLatch shown = new CountDownLatch(1);
        answerer.on("Half.", (question, past, listener) -> {
            listener.accept(new TextAdded("They signed "));
            listener.accept(new TextAdded("the treaty."));
            shown.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError();
        });
        Question question = question("Half.");
        AnswerLog log = desk.ask(question);
        shown.await();
        desk.stop(question.id());

        assertThat(end(log)).isEqualTo(new Stopped());
        Turn turn = store.turn(question.id()).orElseThrow();
        assertThat(turn.state()).isEqualTo(Turn.State.STOPPED);
        assertThat(json.read(String.valueOf(turn.answer())).text()).isEqualTo("They signed the treaty.");
        assertThat(store.lastCompleted(turn.conversation(), 5))
                .as("what follow-ups look back on")
                .isEmpty();
    }

    @Test
    void stopsAnAnswerThatDoesNotNoticeInterrupts() throws InterruptedException {
        desk.close();
        desk = desk(limits(1, 256, Duration.ofMinutes(2), Duration.ofMillis(50)));
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        AtomicReference<Throwable> afterwards = new AtomicReference<>();
        CountDownLatch refused = new CountDownLatch(1);
        answerer.on("Deaf.", (question, past, listener) -> {
            started.countDown();
            awaitWithoutListening(released);
            try {
                listener.accept(new TextAdded("too late"));
            } catch (CancellationException e) {
                afterwards.set(e);
                refused.countDown();
            }
            return ScriptedAnswerer.answer("too late");
        });
        Question question = question("Deaf.");
        AnswerLog log = desk.ask(question);
        started.await();
        desk.stop(question.id());

        assertThat(end(log)).isEqualTo(new Stopped());
        released.countDown();
        refused.await();
        assertThat(afterwards.get()).isInstanceOf(CancellationException.class);
        assertThat(end(desk.ask(question("Next?")))).isInstanceOf(Completed.class);
        assertThat(followed(log)).hasSize(2);
    }

    @Test
    void failsWithASafeMessageWhateverIsThrown() throws InterruptedException {
        answerer.on("Throw.", (question, past, listener) -> {
            throw new IllegalStateException("secret of /etc/passwd");
        });
        answerer.on("Break.", (question, past, listener) -> {
            throw new StackOverflowError();
        });
        answerer.on("Lie.", (question, past, listener) -> {
            listener.accept(new Stopped());
            return ScriptedAnswerer.answer("");
        });

        for (String text : List.of("Throw.", "Break.", "Lie.")) {
            Question question = question(text);
            Failed failed = (Failed) end(desk.ask(question));
            assertThat(failed.code()).isEqualTo("internal");
            assertThat(failed.message()).doesNotContain("secret");
            assertThat(store.turn(question.id()).orElseThrow().state()).isEqualTo(Turn.State.FAILED);
        }
    }

    @Test
    void givesUpAnAnswerThatTakesTooLong() throws InterruptedException {
        desk.close();
        desk = desk(limits(64, 256, Duration.ofMillis(80), Duration.ofSeconds(3)));
        answerer.on("Wait.", (question, past, listener) -> {
            new CountDownLatch(1).await();
            throw new AssertionError();
        });

        Failed failed = (Failed) end(desk.ask(question("Wait.")));

        assertThat(failed.code()).isEqualTo("interrupted");
        assertThat(failed.retryable()).isTrue();
    }

    @Test
    void givesUpAnAnswerWithoutEnd() throws InterruptedException {
        answerer.on("On and on.", (question, past, listener) -> {
            while (true) {
                listener.accept(new TextAdded("and on ".repeat(1000)));
            }
        });

        assertThat(((Failed) end(desk.ask(question("On and on.")))).code()).isEqualTo("internal");
    }

    @Test
    void answersAHundredQuestionsAtOnceAlthoughFewRunAtATime() throws InterruptedException {
        desk.close();
        desk = desk(limits(3, 256, Duration.ofMinutes(2), Duration.ofSeconds(3)));
        List<AnswerLog> logs = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            logs.add(desk.ask(question("Question " + i)));
        }

        for (AnswerLog log : logs) {
            assertThat(end(log)).isInstanceOf(Completed.class);
        }
    }

    @Test
    void refusesWhatIsTooMuchAndLetsItBeAskedAgain() throws InterruptedException {
        desk.close();
        desk = desk(limits(1, 2, Duration.ofMinutes(2), Duration.ofSeconds(3)));
        CountDownLatch released = new CountDownLatch(1);
        answerer.on("Wait.", (question, past, listener) -> {
            released.await();
            return ScriptedAnswerer.answer("done");
        });
        AnswerLog first = desk.ask(question("Wait."));
        AnswerLog second = desk.ask(question("Wait."));
        Question third = question("And me?");
        Failed refused = (Failed) end(desk.ask(third));
        assertThat(refused.code()).isEqualTo("overloaded");
        assertThat(refused.retryable()).isTrue();
        assertThat(store.turn(third.id())).isEmpty();

        released.countDown();
        end(first);
        end(second);
        AnswerEvent again = end(desk.ask(third));
        while (again instanceof Failed failed && failed.code().equals("overloaded")) {
            again = end(desk.ask(third));
        }
        assertThat(again).isInstanceOf(Completed.class);
    }

    @Test
    void refusesAConversationThatDoesNotExist() throws InterruptedException {
        Question question = new Question(id(), "deleted-or-made-up", "What was signed?", Filter.NONE);

        Failed failed = (Failed) end(desk.ask(question));

        assertThat(failed.code()).isEqualTo("unknown_conversation");
        assertThat(desk.resume(question.id())).isEmpty();
    }

    @Test
    void handsOverTheLastSixCompletedExchangesOldestFirst() throws InterruptedException {
        Accepted accepted =
                (Accepted) followed(desk.ask(question("Question 0"))).getFirst().event();
        for (int i = 1; i < 8; i++) {
            now.updateAndGet(time -> time.plusSeconds(1));
            end(desk.ask(new Question(id(), accepted.conversation(), "Question " + i, Filter.NONE)));
        }
        AtomicReference<List<Exchange>> seen = new AtomicReference<>(List.of());
        answerer.on("And then?", (question, past, listener) -> {
            seen.set(past);
            return ScriptedAnswerer.answer("done");
        });
        end(desk.ask(new Question(id(), accepted.conversation(), "And then?", Filter.NONE)));

        assertThat(seen.get())
                .extracting(Exchange::question)
                .containsExactly("Question 2", "Question 3", "Question 4", "Question 5", "Question 6", "Question 7");
        assertThat(seen.get().getFirst().standalone()).isEqualTo("Question 2 (standalone)");
        assertThat(seen.get().getFirst().answer().sources().getFirst().publishedAt())
                .isEqualTo(LocalDate.of(2023, 3, 1));
    }

    @Test
    void endsRunningQuestionsAsInterruptedWhenItCloses() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        answerer.on("Wait.", (question, past, listener) -> {
            started.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError();
        });
        Question question = question("Wait.");
        AnswerLog log = desk.ask(question);
        started.await();
        desk.close();

        Failed failed = (Failed) end(log);
        assertThat(failed.code()).isEqualTo("interrupted");
        assertThat(failed.retryable()).isTrue();
        assertThat(store.turn(question.id()).orElseThrow().failure())
                .isEqualTo(new Turn.Failure("interrupted", failed.message(), true));
        assertThat(((Failed) end(desk.ask(question("Next?")))).code()).isEqualTo("interrupted");
    }

    @Test
    void forgetsWhatBelongsToADeletedConversation() throws InterruptedException {
        Question question = question("What was signed?");
        Accepted accepted = (Accepted) followed(desk.ask(question)).getFirst().event();
        desk.forget(accepted.conversation());
        store.delete(accepted.conversation());

        assertThat(desk.resume(question.id())).isEmpty();
    }

    private static void awaitWithoutListening(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // This is what it is for.
            }
        }
    }

    private static AnswerEvent end(AnswerLog log) throws InterruptedException {
        return followed(log).getLast().event();
    }

    private static List<AnswerLog.Entry> followed(AnswerLog log) throws InterruptedException {
        List<AnswerLog.Entry> entries = new ArrayList<>();
        while (entries.isEmpty() || !entries.getLast().isLast()) {
            entries.add(log.await(entries.size(), LONG).orElseThrow());
        }
        return entries;
    }

    private AnswerDesk desk(DeskProperties limits) {
        return new AnswerDesk(answerer, store, json, limits, now::get);
    }

    private static DeskProperties limits(int atOnce, int open, Duration longest, Duration grace) {
        return new DeskProperties(
                atOnce, open, longest, grace, Duration.ofMinutes(15), 2000, 32_000_000, 200_000, 6, 10, 2);
    }

    private static Question question(String text) {
        return new Question(id(), null, text, Filter.NONE);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
