package io.dateline.channel.slack;

import io.dateline.conversation.ChatThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Tells what Slack delivers for the first time from what it delivers again. Thread-safe. */
final class SlackClaims {

    private static final Logger LOG = LoggerFactory.getLogger(SlackClaims.class);

    private final ChatThreads threads;
    private final SlackPace pace;

    SlackClaims(ChatThreads threads, SlackPace pace) {
        this.threads = threads;
        this.pace = pace;
    }

    /** True the first time, also across a restart. */
    boolean isNew(String key) {
        try {
            return threads.claim(key, pace.instant());
        } catch (DataAccessException e) {
            // Slack was told that it arrived, so it will not come again: whoever answers says what is wrong.
            LOG.warn("It is not known whether {} was delivered before", key, e);
            return true;
        }
    }
}
