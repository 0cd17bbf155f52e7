package io.dateline.desk;

import io.dateline.answering.AnswerEvent.Accepted;
import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.answering.AnswerEvent.Stopped;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.answering.Answerer;
import io.dateline.answering.Exchange;
import io.dateline.answering.Question;
import io.dateline.conversation.ConversationStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes questions, has each answered once, and keeps what happens in an {@link AnswerLog} that anybody with the id can follow.
 * Nobody has to: a question goes on when its readers leave. Thread-safe.
 */
public final class AnswerDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);

    private static final int SECONDS_TO_CLOSE = 5;

    private final Answerer answerer;
    private final TurnKeeper turns;
    private final DeskProperties limits;
    private final AnswerLogs logs;
    private final Allowances allowances;
    private final Map<String, RunningQuestion> running = new ConcurrentHashMap<>();
    private final Semaphore open;
    private final Semaphore atOnce;
    private final ScheduledThreadPoolExecutor timer;
    private volatile boolean closed;

    /** Something that happens later, unless it is cancelled. */
    private interface Alarm {

        void cancel();
    }

    AnswerDesk(
            Answerer answerer, ConversationStore store, AnswerJson json, DeskProperties limits, InstantSource clock) {
        this.answerer = answerer;
        this.turns = new TurnKeeper(store, json, clock);
        this.limits = limits;
        this.logs = new AnswerLogs(limits, clock);
        this.allowances = new Allowances(limits, clock);
        this.open = new Semaphore(limits.open());
        this.atOnce = new Semaphore(limits.atOnce(), true);
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("answer-timer").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Asks the question, unless one with its id was asked before. Returns at once, with the log of the one question there is;
     * what speaks against answering it is said there too.
     */
    public AnswerLog ask(Question question) {
        logs.evict();
        AnswerLog log = new AnswerLog(question.id(), question.owner());
        AnswerLog known = logs.putIfAbsent(log);
        if (known != null) {
            return known.owner().equals(question.owner()) ? known : refused(question, Failures.ID_TAKEN);
        }
        Optional<Failed> objection = admit(question.asker());
        if (objection.isPresent()) {
            refuse(log, objection.get());
        } else if (!begin(question, log)) {
            allowances.ended(question.asker());
            open.release();
        }
        return log;
    }

    private static AnswerLog refused(Question question, Failed why) {
        AnswerLog log = new AnswerLog(question.id(), question.owner());
        log.add(why);
        return log;
    }

    /** Makes room for a question, in {@code open} and in the asker's allowance; or says why there is none. */
    private Optional<Failed> admit(String asker) {
        if (closed) {
            return Optional.of(Failures.SHUTTING_DOWN);
        }
        if (!open.tryAcquire()) {
            return Optional.of(Failures.OVERLOADED);
        }
        Optional<Failed> tooMuch = allowances.take(asker);
        tooMuch.ifPresent(why -> open.release());
        return tooMuch;
    }

    /**
     * Answers a question that is kept nowhere, for a caller that brings the exchanges before it and keeps what it needs itself.
     * Its log has neither {@link Accepted} nor a conversation, and cannot be resumed; {@link #stop} ends it.
     *
     * @param past earlier exchanges, oldest first
     */
    public AnswerLog askAside(Question question, List<Exchange> past) {
        AnswerLog log = new AnswerLog(question.id(), question.owner());
        Optional<Failed> objection = admit(question.asker());
        if (objection.isPresent()) {
            log.add(objection.get());
        } else {
            List<Exchange> exchanges = List.copyOf(past);
            start(question, question.id(), log, () -> exchanges, (end, standalone) -> {
                running.remove(question.id());
                log.add(end);
            });
        }
        return log;
    }

    /** How many questions of one person run at a time; more are refused. */
    public int atOnceEach() {
        return limits.atOnceEach();
    }

    /** As {@link #resume(String, String)}, for a question that belongs to nobody in particular. */
    public Optional<AnswerLog> resume(String id) {
        return resume(id, Question.NOBODY);
    }

    /**
     * The log of a question that this owner asked; of one that ended long ago only its end. Empty when there is none with this
     * id, or it is somebody else's.
     */
    public Optional<AnswerLog> resume(String id, String owner) {
        return logs.get(id)
                .filter(log -> log.owner().equals(owner))
                .or(() -> turns.end(id, owner).map(end -> {
                    AnswerLog log = new AnswerLog(id, owner);
                    log.restore(end);
                    return log;
                }));
    }

    /** As {@link #stop(String, String)}, for a question that belongs to nobody in particular. */
    public void stop(String id) {
        stop(id, Question.NOBODY);
    }

    /** Stops a question of this owner; nothing happens when it has ended or was never asked. */
    public void stop(String id, String owner) {
        RunningQuestion question = running.get(id);
        if (question != null && question.owner().equals(owner)) {
            interrupt(question, new Stopped());
        }
    }

    /** As {@link #forget(String, String)}, for a conversation that belongs to nobody in particular. */
    public void forget(String conversation) {
        forget(conversation, Question.NOBODY);
    }

    /** Stops the questions of a conversation of this owner and forgets the events of those that ended. */
    public void forget(String conversation, String owner) {
        running.values().stream()
                .filter(question -> question.owner().equals(owner))
                .filter(question -> question.conversation().equals(conversation))
                .forEach(question -> interrupt(question, new Stopped()));
        turns.ids(conversation, owner).forEach(id -> logs.get(id).ifPresent(logs::remove));
    }

    /** Ends the questions that run as {@code interrupted} and takes no more. Waits for them a few seconds. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        running.values().forEach(question -> interrupt(question, Failures.SHUTTING_DOWN));
        try {
            if (!open.tryAcquire(limits.open(), SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
                LOG.warn("{} questions did not stop within {} seconds", running.size(), SECONDS_TO_CLOSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
    }

    /** False when the question is not to be answered; the log then says why. */
    private boolean begin(Question question, AnswerLog log) {
        String conversation =
                question.conversation() == null ? UUID.randomUUID().toString() : question.conversation();
        try {
            switch (turns.begin(question, conversation)) {
                case BEGUN -> {
                    log.add(new Accepted(conversation));
                    start(
                            question,
                            conversation,
                            log,
                            () -> question.conversation() == null
                                    ? List.of()
                                    : turns.past(conversation, question.owner(), limits.past()),
                            (end, standalone) -> end(question, log, end, standalone));
                    return true;
                }
                case KNOWN -> {
                    logs.remove(log);
                    log.restore(turns.end(question.id(), question.owner()).orElse(Failures.ID_TAKEN));
                }
                case NO_CONVERSATION -> refuse(log, Failures.NO_CONVERSATION);
            }
        } catch (RuntimeException e) {
            LOG.error("Question {} could not be saved", question.id(), e);
            refuse(log, Failures.NOT_SAVED);
        }
        return false;
    }

    private void start(
            Question question,
            String conversation,
            AnswerLog log,
            Supplier<List<Exchange>> past,
            RunningQuestion.Ending ending) {
        RunningQuestion.Ending counted = (end, standalone) -> {
            // Before anybody hears of the end: whoever does may ask again.
            allowances.ended(question.asker());
            ending.end(end, standalone);
        };
        RunningQuestion run =
                new RunningQuestion(question, conversation, log, answerer, past, atOnce, limits.longestLog(), counted);
        running.put(question.id(), run);
        Alarm giveUp = after(limits.longest(), () -> interrupt(run, Failures.tookTooLong(limits.longest())));
        Thread.ofVirtual().name("question-" + question.id()).start(() -> {
            try {
                run.run();
            } finally {
                giveUp.cancel();
                open.release();
            }
        });
        if (closed) {
            interrupt(run, Failures.SHUTTING_DOWN);
        }
    }

    /** Saves first, so that whoever sees the end can load it. */
    private void end(Question question, AnswerLog log, Terminal end, @Nullable String standalone) {
        Terminal shown = turns.finish(end, log, standalone);
        running.remove(question.id());
        logs.ended(log, shown);
        log.add(shown);
    }

    private void interrupt(RunningQuestion question, Terminal reason) {
        question.interrupt(reason);
        after(limits.grace(), question::abandon);
    }

    /** Runs on a thread of its own, since it may wait for the database. */
    private Alarm after(Duration delay, Runnable action) {
        ScheduledFuture<?> alarm = timer.schedule(
                () -> {
                    Thread.ofVirtual().start(action);
                },
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
        return () -> alarm.cancel(false);
    }

    /** A refused question was not asked: its id may be used again. */
    private void refuse(AnswerLog log, Failed why) {
        logs.remove(log);
        log.add(why);
    }
}
