package io.dateline.desk;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Stopped;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.answering.Answerer;
import io.dateline.answering.Exchange;
import io.dateline.answering.Question;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question while it is answered on a thread of its own. Whatever the answerer does, the question ends once.
 *
 * <p>The thread is interrupted only while the answerer has it: an interrupt in the middle of a database call would close the
 * database file under everybody.
 */
final class RunningQuestion implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningQuestion.class);

    private final Question question;
    private final String conversation;
    private final AnswerLog log;
    private final Answerer answerer;
    private final Supplier<List<Exchange>> past;
    private final Semaphore turns;
    private final long longestLog;
    private final Ending ending;
    private final AtomicBoolean ended = new AtomicBoolean();

    private @Nullable Thread interruptible;
    private volatile @Nullable Terminal interruption;
    private volatile @Nullable String standalone;

    /** @param past read when the question's turn has come */
    RunningQuestion(
            Question question,
            String conversation,
            AnswerLog log,
            Answerer answerer,
            Supplier<List<Exchange>> past,
            Semaphore turns,
            long longestLog,
            Ending ending) {
        this.question = question;
        this.conversation = conversation;
        this.log = log;
        this.answerer = answerer;
        this.past = past;
        this.turns = turns;
        this.longestLog = longestLog;
        this.ending = ending;
    }

    /** Told once how the question ended; it saves the end and then adds it to the log. */
    @FunctionalInterface
    interface Ending {

        void end(Terminal end, @Nullable String standalone);
    }

    String owner() {
        return question.owner();
    }

    String conversation() {
        return conversation;
    }

    @Override
    public void run() {
        end(outcome());
    }

    /** Stops the answerer; the first reason given is the one that is shown. */
    synchronized void interrupt(Terminal reason) {
        if (interruption == null) {
            interruption = reason;
        }
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    /** Ends the question with the reason it was interrupted for, even if its thread has not noticed. */
    void abandon() {
        Terminal reason = interruption;
        if (reason != null) {
            end(reason);
        }
    }

    private Terminal outcome() {
        try {
            List<Exchange> exchanges = past.get();
            Answer answer = answer(exchanges);
            return interruption instanceof Stopped stopped ? stopped : new Completed(answer);
        } catch (InterruptedException e) {
            Terminal reason = interruption;
            return reason == null ? new Stopped() : reason;
        } catch (Throwable e) {
            Terminal reason = interruption;
            if (reason != null) {
                return reason;
            }
            LOG.error("Question {} failed", question.id(), e);
            return Failures.INTERNAL;
        }
    }

    private Answer answer(List<Exchange> exchanges) throws InterruptedException {
        allowInterrupts();
        try {
            turns.acquire();
            try {
                return answerer.answer(question, exchanges, this::emit);
            } finally {
                turns.release();
            }
        } finally {
            forbidInterrupts();
        }
    }

    private synchronized void allowInterrupts() throws InterruptedException {
        if (interruption != null) {
            throw new InterruptedException();
        }
        interruptible = Thread.currentThread();
    }

    private synchronized void forbidInterrupts() {
        interruptible = null;
        Thread.interrupted();
    }

    private void emit(AnswerEvent event) {
        if (event instanceof Terminal || event instanceof AnswerEvent.Accepted) {
            throw new IllegalArgumentException(
                    "an answerer must not emit " + event.getClass().getSimpleName());
        }
        if (event instanceof AnswerEvent.Rewritten rewritten) {
            standalone = rewritten.question();
        }
        if (interruption != null || !log.add(event)) {
            throw new CancellationException("the question was stopped");
        }
        if (log.weight() > longestLog) {
            throw new IllegalStateException("the answer has more than " + longestLog + " characters");
        }
    }

    private void end(Terminal end) {
        if (ended.compareAndSet(false, true)) {
            ending.end(end, standalone);
        }
    }
}
