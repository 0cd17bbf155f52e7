package io.dateline.channel.chat;

import io.dateline.answering.AnswerEvent;
import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.channel.Asked;
import io.dateline.channel.BadRequestException;
import io.dateline.desk.AnswerDesk;
import io.dateline.desk.AnswerLog;
import io.dateline.index.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Asks the desk, so many questions at a time, and follows each to its end. Thread-safe. */
public final class ChatAsking {

    /** Longer than the desk lets any answer take. */
    private static final Duration ANSWER = Duration.ofSeconds(150);

    private static final Duration BEAT = Duration.ofMillis(250);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private static final int MOST_TRIES = 150;

    private final AnswerDesk desk;
    private final ChatLinks links;
    private final ChatPace pace;
    private final ChatTurns persons;
    private final Semaphore atOnce;

    /** @param atOnce questions that are asked at a time; more wait, as do more of one person than the desk takes */
    public ChatAsking(AnswerDesk desk, ChatLinks links, ChatPace pace, int atOnce) {
        this.desk = desk;
        this.links = links;
        this.pace = pace;
        this.persons = new ChatTurns(desk.atOnceEach());
        this.atOnce = new Semaphore(atOnce, true);
    }

    /**
     * A question and whose it is.
     *
     * @param conversation null to begin a new one
     * @param owner whose conversation it belongs to: a person, or a thread that several write in
     * @param asker the person who asked
     */
    public record Asking(String id, @Nullable String conversation, String text, String owner, String asker) {}

    /**
     * What came of a question.
     *
     * @param searched as it was searched; null when that was as it was typed
     */
    public record Heard(Terminal end, @Nullable String searched) {}

    /** Hears of an answer while it grows. */
    public interface Listener {

        /** The question is going to be answered in this conversation. */
        void accepted(String conversation);

        /** Something was added to the draft, or some time has passed since. */
        void beat(ChatDraft draft, Duration since) throws InterruptedException;
    }

    /** Asks, and asks again while the desk is full, since a chat service does not. */
    public Heard ask(Asking asking, Listener listener) throws InterruptedException {
        ChatTurns.Turn turn = persons.take(asking.asker());
        try {
            return askInTurn(asking, listener);
        } finally {
            turn.end();
        }
    }

    private Heard askInTurn(Asking asking, Listener listener) throws InterruptedException {
        atOnce.acquire();
        try {
            Heard heard = askOnce(asking, listener);
            for (int i = 0; i < MOST_TRIES && isOverloaded(heard.end()); i++) {
                pace.pause(BETWEEN_TRIES);
                heard = askOnce(asking, listener);
            }
            return heard;
        } finally {
            atOnce.release();
        }
    }

    private static boolean isOverloaded(Terminal end) {
        return end instanceof Failed failed && failed.code().equals("overloaded");
    }

    private Heard askOnce(Asking asking, Listener listener) throws InterruptedException {
        try {
            return follow(
                    desk.ask(Asked.question(asking.id(), asking.conversation(), asking.text(), Filter.NONE)
                            .of(asking.owner())
                            .askedBy(asking.asker())),
                    listener);
        } catch (BadRequestException e) {
            return new Heard(new Failed("bad_request", String.valueOf(e.getMessage()), false), null);
        }
    }

    private Heard follow(AnswerLog log, Listener listener) throws InterruptedException {
        ChatDraft draft = new ChatDraft(links);
        Instant asked = pace.instant();
        for (int seq = 0; ; ) {
            AnswerEvent event = log.await(seq, BEAT).map(AnswerLog.Entry::event).orElse(null);
            Duration since = Duration.between(asked, pace.instant());
            if (event instanceof Terminal end) {
                return new Heard(end, draft.searched());
            } else if (event != null) {
                seq++;
                draft.add(event);
            } else if (since.compareTo(ANSWER) > 0) {
                return new Heard(new Failed("interrupted", "The answer did not come.", true), null);
            }
            if (event instanceof AnswerEvent.Accepted accepted) {
                listener.accepted(accepted.conversation());
            }
            listener.beat(draft, since);
        }
    }
}
