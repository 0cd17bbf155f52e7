package io.dateline.channel.slack;

import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.channel.chat.ChatAnswerText;
import io.dateline.channel.chat.ChatAsking;
import io.dateline.channel.chat.ChatAsking.Asking;
import io.dateline.channel.chat.ChatAsking.Heard;
import io.dateline.channel.chat.ChatDraft;
import io.dateline.channel.chat.ChatInbox;
import io.dateline.channel.chat.ChatLinks;
import io.dateline.channel.chat.ChatPace;
import io.dateline.channel.chat.ChatTurns;
import io.dateline.conversation.ChatThreads;
import io.dateline.conversation.ConversationStore;
import java.time.Duration;
import java.util.List;
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

    private final ChatAsking asking;
    private final SlackClaims claims;
    private final ConversationStore conversations;
    private final ChatThreads threads;
    private final SlackPosts posts;
    private final SlackAssistantPane pane;
    private final ChatAnswerText text;
    private final SlackBlocks blocks;
    private final ChatPace pace;
    private final Duration patience;
    private final List<SlackMessage> left;
    private final ChatTurns turns = new ChatTurns(1);
    private final SlackStreams streams = new SlackStreams();

    /** @param patience how long an answer may take before it is shown as it grows */
    SlackAnswering(
            ChatAsking asking,
            SlackClaims claims,
            ConversationStore conversations,
            ChatThreads threads,
            SlackPosts posts,
            SlackAssistantPane pane,
            ChatLinks links,
            ChatPace pace,
            Duration patience) {
        this.asking = asking;
        this.claims = claims;
        this.conversations = conversations;
        this.threads = threads;
        this.posts = posts;
        this.pane = pane;
        this.text = new ChatAnswerText(links);
        this.blocks = new SlackBlocks(links);
        this.pace = pace;
        this.patience = patience;
        // Now, before the first request: what is unanswered later may just be in work.
        this.left = claims.unanswered(SlackMessage.KEYS, SlackMessage.class);
    }

    /** Whether Dateline was asked in this thread before, so that what is said there is said to it. */
    boolean isAskedIn(SlackPlace place) {
        return threads.conversation(place.key()).isPresent();
    }

    /** Answers the message, unless that was done before. */
    void answer(SlackMessage message) throws Exception {
        if (claims.isNew(message)) {
            answerInTurn(message);
        }
    }

    /**
     * Answers what an earlier life of the process had taken and not answered. A question it had begun to answer is not asked again:
     * its answer is posted if there is one, else that it was interrupted.
     */
    void answerWhatIsLeft(ChatInbox inbox) {
        for (SlackMessage message : left) {
            if (!inbox.offer(() -> answerInTurn(message))) {
                LOG.warn("There is no room to answer {}", message.key());
            }
        }
    }

    private void answerInTurn(SlackMessage message) throws Exception {
        ChatTurns.Turn turn = turns.take(message.place().key());
        try {
            answerNow(message);
        } catch (SlackFailure e) {
            // Slack does not take the answer, and would not take it after a restart either.
            LOG.error("The answer to {} did not reach Slack", message.key(), e);
        } finally {
            turn.end();
        }
        claims.isAnswered(message);
    }

    private void answerNow(SlackMessage message) throws SlackFailure, InterruptedException {
        SlackReply reply = new SlackReply(message, posts, streams, pace);
        pane.isSearching(message.place());
        Heard heard = ask(message, reply);
        reply.finish(
                whole(message, heard, reply.shown()),
                ChatAnswerText.summary(heard.end()),
                heard.end() instanceof Completed completed
                        ? blocks.below(completed.answer(), message.questionId())
                        : List.of());
    }

    private Heard ask(SlackMessage message, SlackReply reply) throws InterruptedException {
        SlackPlace place = message.place();
        try {
            String conversation = conversation(place);
            if (conversation == null) {
                pane.isAbout(place, message.question());
            }
            return asking.ask(
                    new Asking(message.questionId(), conversation, message.question(), place.key(), message.asker()),
                    new ChatAsking.Listener() {
                        @Override
                        public void accepted(String accepted) {
                            threads.keep(place.key(), accepted, pace.instant());
                        }

                        @Override
                        public void beat(ChatDraft draft, Duration since) throws InterruptedException {
                            if (since.compareTo(patience) >= 0 && reply.isDue(draft.length())) {
                                String shown = draft.shown();
                                reply.show(shown.isEmpty() ? shown : message.heading() + shown);
                            }
                        }
                    });
        } catch (DataAccessException e) {
            LOG.error("The conversation of {} cannot be read", message.key(), e);
            return new Heard(new Failed("internal", "The conversation of this thread cannot be read.", true), null);
        }
    }

    /** An answer, or what became of it below as much as was shown. */
    private String whole(SlackMessage message, Heard heard, String shown) {
        String whole = text.of(heard.end(), heard.searched());
        return heard.end() instanceof Completed || shown.isEmpty()
                ? message.heading() + whole
                : shown + "\n\n_" + whole + "_";
    }

    private @Nullable String conversation(SlackPlace place) {
        return threads.conversation(place.key())
                .filter(id ->
                        conversations.ownedBy(place.key()).conversation(id).isPresent())
                .orElse(null);
    }
}
