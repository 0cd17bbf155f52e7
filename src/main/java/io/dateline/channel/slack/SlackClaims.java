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

    /** The same for a question that is going to be answered; it is kept until it {@link #isAnswered}. */
    boolean isNew(SlackQuestion question) {
        return isNew(question.key(), mapper.writeValueAsString(question));
    }

    /** What came before the process began, and was not answered. */
    <Q extends SlackQuestion> List<Q> unanswered(String keysBegin, Class<Q> type) {
        return threads.unanswered(keysBegin).stream()
                .map(question -> mapper.readValue(question, type))
                .toList();
    }

    void isAnswered(SlackQuestion question) {
        try {
            threads.answered(question.key());
        } catch (DataAccessException e) {
            LOG.warn("After a restart {} may be answered again", question.key(), e);
        }
    }

    private boolean isNew(String key, @Nullable String question) {
        try {
            return threads.claim(key, question, pace.instant());
        } catch (DataAccessException e) {
            // Slack was told that it arrived, so it will not come again: whoever answers says what is wrong.
            LOG.warn("It is not known whether {} was delivered before", key, e);
            return true;
        }
    }
}
