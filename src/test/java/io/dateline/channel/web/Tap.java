package io.dateline.channel.web;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.Answerer;
import io.dateline.answering.Exchange;
import io.dateline.answering.Question;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An answer whose events come one by one, each when the test lets it. Thread-safe. */
final class Tap implements Answerer {

    private final List<AnswerEvent> events;
    private final Answer answer;
    private final Semaphore let = new Semaphore(0);
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

    Tap(List<AnswerEvent> events, Answer answer) {
        this.events = List.copyOf(events);
        this.answer = answer;
    }

    /** Lets so many further events come. */
    void let(int number) {
        let.release(number);
    }

    /** Lets the rest come, and the end. */
    void letAll() {
        let.release(events.size() + 1);
    }

    boolean wasInterrupted() throws Exception {
        return interrupted.get(30, TimeUnit.SECONDS);
    }

    @Override
    public Answer answer(Question question, List<Exchange> past, Consumer<AnswerEvent> listener)
            throws InterruptedException {
        try {
            for (AnswerEvent event : events) {
                let.acquire();
                listener.accept(event);
            }
            let.acquire();
        } catch (InterruptedException e) {
            interrupted.complete(true);
            throw e;
        }
        interrupted.complete(false);
        return answer;
    }
}
