package io.dateline.channel.slack;

import io.dateline.answering.AnswerDesk;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.AnswerEvent.Accepted;
import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.answering.AnswerLog;
import io.dateline.channel.Asked;
import io.dateline.channel.BadRequestException;
import io.dateline.conversation.ChatThreads;
import io.dateline.conversation.ConversationStore;
import io.dateline.index.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Answers what people ask in threads: each message once, however often it is delivered, in the conversation of its thread. The
 * conversation belongs to the thread, so that everybody who writes there goes on with it. Thread-safe.
 */
final class SlackAnswering {

    private static final Logger LOG = LoggerFactory.getLogger(SlackAnswering.class);

    /** Longer than the desk lets any answer take. */
    private static final Duration ANSWER = Duration.ofSeconds(150);

    private static final Duration BEAT = Duration.ofMillis(250);

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private static final int MOST_TRIES = 150;

    private final AnswerDesk desk;
    private final ConversationStore conversations;
    private final ChatThreads threads;
    private final SlackPosts posts;
    private final SlackLinks links;
    private final SlackAnswerText text;
    private final SlackBlocks blocks;
    private final SlackPace pace;
    private final Duration patience;
    private final SlackTurns turns = new SlackTurns();
    private final SlackStreams streams = new SlackStreams();
    private final Semaphore atOnce;

    /**
     * @param patience how long an answer may take before it is shown as it grows
     * @param atOnce questions that are asked at a time; more wait
     */
    SlackAnswering(
            AnswerDesk desk,
            ConversationStore conversations,
            ChatThreads threads,
            SlackPosts posts,
            SlackLinks links,
            SlackPace pace,
            Duration patience,
            int atOnce) {
        this.desk = desk;
        this.conversations = conversations;
        this.threads = threads;
        this.posts = posts;
        this.links = links;
        this.text = new SlackAnswerText(links);
        this.blocks = new SlackBlocks(links);
        this.pace = pace;
        this.patience = patience;
        this.atOnce = new Semaphore(atOnce, true);
    }

    /** Whether Dateline was asked in this thread before, so that what is said there is said to it. */
    boolean isAskedIn(SlackPlace place) {
        return threads.conversation(place.key()).isPresent();
    }

    /** Answers the message, unless that was done before. */
    void answer(SlackMessage message) {
        try {
            if (isNew(message)) {
                turns.inTurn(message.place().key(), () -> answerNow(message));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("The answer to {} did not reach Slack", message.key(), e);
        }
    }

    private boolean isNew(SlackMessage message) {
        try {
            return threads.claim(message.key(), pace.instant());
        } catch (DataAccessException e) {
            // Slack was told that it arrived, so it will not come again: the desk says what is wrong.
            LOG.warn("It is not known whether {} was answered before", message.key(), e);
            return true;
        }
    }

    private void answerNow(SlackMessage message) throws SlackFailure, InterruptedException {
        atOnce.acquire();
        try {
            SlackReply reply = new SlackReply(message, posts, streams, pace);
            Heard heard = ask(message, reply);
            reply.finish(
                    whole(heard, reply.shown()),
                    SlackAnswerText.summary(heard.end()),
                    heard.end() instanceof Completed completed
                            ? blocks.below(completed.answer(), message.questionId())
                            : List.of());
        } finally {
            atOnce.release();
        }
    }

    /**
     * What came of a question.
     *
     * @param searched as it was searched; null when that was as it was typed
     */
    private record Heard(Terminal end, @Nullable String searched) {}

    /** An answer, or what became of it below as much as was shown. */
    private String whole(Heard heard, String shown) {
        String whole = text.of(heard.end(), heard.searched());
        return heard.end() instanceof Completed || shown.isEmpty() ? whole : shown + "\n\n_" + whole + "_";
    }

    /** Asks, and asks again while the desk is full, since Slack will not. */
    private Heard ask(SlackMessage message, SlackReply reply) throws InterruptedException {
        Heard heard = askOnce(message, reply);
        for (int i = 0; i < MOST_TRIES && isOverloaded(heard.end()); i++) {
            pace.pause(BETWEEN_TRIES);
            heard = askOnce(message, reply);
        }
        return heard;
    }

    private static boolean isOverloaded(Terminal end) {
        return end instanceof Failed failed && failed.code().equals("overloaded");
    }

    private Heard askOnce(SlackMessage message, SlackReply reply) throws InterruptedException {
        try {
            SlackPlace place = message.place();
            return follow(
                    place,
                    reply,
                    desk.ask(Asked.question(message.questionId(), conversation(place), message.question(), Filter.NONE)
                            .of(place.key())));
        } catch (BadRequestException e) {
            return new Heard(new Failed("bad_request", String.valueOf(e.getMessage()), false), null);
        } catch (DataAccessException e) {
            LOG.error("The conversation of {} cannot be read", message.key(), e);
            return new Heard(new Failed("internal", "The conversation of this thread cannot be read.", true), null);
        }
    }

    /** Follows an answer to its end. What takes longer than {@link #patience} is shown as it grows. */
    private Heard follow(SlackPlace place, SlackReply reply, AnswerLog log) throws InterruptedException {
        SlackDraft draft = new SlackDraft(links);
        Instant asked = pace.instant();
        for (int seq = 0; ; ) {
            AnswerEvent event = log.await(seq, BEAT).map(AnswerLog.Entry::event).orElse(null);
            Duration taken = Duration.between(asked, pace.instant());
            if (event instanceof Terminal end) {
                return new Heard(end, draft.searched());
            } else if (event != null) {
                seq++;
                draft.add(event);
            } else if (taken.compareTo(ANSWER) > 0) {
                return new Heard(new Failed("interrupted", "The answer did not come.", true), null);
            }
            if (event instanceof Accepted accepted) {
                threads.keep(place.key(), accepted.conversation(), pace.instant());
            }
            if (taken.compareTo(patience) >= 0 && reply.isDue(draft.length())) {
                reply.show(draft.shown());
            }
        }
    }

    private @Nullable String conversation(SlackPlace place) {
        return threads.conversation(place.key())
                .filter(id ->
                        conversations.ownedBy(place.key()).conversation(id).isPresent())
                .orElse(null);
    }
}
