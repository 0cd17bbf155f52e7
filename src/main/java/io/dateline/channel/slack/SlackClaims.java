package io.dateline.channel.slack;

import io.dateline.channel.chat.ChatPace;
import io.dateline.conversation.ChatThreads;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

/** Tells what Slack delivers for the first time from what it delivers again. Thread-safe. */
final class SlackClaims {

    private static final Logger LOG = LoggerFactory.getLogger(SlackClaims.class);

    private final ChatThreads threads;
    private final ChatPace pace;
    private final JsonMapper mapper;

    SlackClaims(ChatThreads threads, ChatPace pace, JsonMapper mapper) {
        this.threads = threads;
        this.pace = pace;
        this.mapper = mapper;
    }

    /** True the first time, also across a restart. */
    boolean isNew(String key) {
        return isNew(key, null);
    }

    /** The same for a message that is going to be answered; it is kept until it {@link #isAnswered}. */
    boolean isNew(SlackMessage message) {
        return isNew(message.key(), mapper.writeValueAsString(message));
    }

    /** What came before the process began, and was not answered. */
    List<SlackMessage> unanswered() {
        return threads.unanswered("slack/").stream()
                .map(message -> mapper.readValue(message, SlackMessage.class))
                .toList();
    }

    void isAnswered(SlackMessage message) {
        try {
            threads.answered(message.key());
        } catch (DataAccessException e) {
            LOG.warn("After a restart {} may be answered again", message.key(), e);
        }
    }

    private boolean isNew(String key, @Nullable String message) {
        try {
            return threads.claim(key, message, pace.instant());
        } catch (DataAccessException e) {
            // Slack was told that it arrived, so it will not come again: whoever answers says what is wrong.
            LOG.warn("It is not known whether {} was delivered before", key, e);
            return true;
        }
    }
}
