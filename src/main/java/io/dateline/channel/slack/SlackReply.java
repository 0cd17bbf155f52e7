package io.dateline.channel.slack;

import com.slack.api.model.block.LayoutBlock;
import io.dateline.channel.chat.ChatPace;
import io.dateline.channel.chat.ChatPages;
import io.dateline.channel.chat.ChatText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to one message, written while it grows. It is a stream of Slack's where there is one to have, else a message that is
 * changed; whatever of that fails, the whole answer stands there in the end. A message that becomes too old or too long for a
 * stream is ended behind a sentence and goes on in another. Not thread-safe.
 */
final class SlackReply {

    private static final Logger LOG = LoggerFactory.getLogger(SlackReply.class);

    /** Slack closes a stream about five minutes after it was opened, even while it is written to. */
    private static final Duration OLDEST = Duration.ofMinutes(4).minusSeconds(10);

    /** A piece is sent when it is as long as this, or when the last was sent so long ago. */
    private static final int ENOUGH = 256;

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

    private static final Duration BETWEEN_UPDATES = Duration.ofSeconds(3);

    private final SlackMessage message;
    private final SlackPosts posts;
    private final SlackStreams streams;
    private final ChatPace pace;

    /** What stands in messages that are ended. */
    private final StringBuilder ended = new StringBuilder();

    /** What stands in the message that is being written. */
    private final StringBuilder page = new StringBuilder();

    private @Nullable String ts;
    private boolean isStream;
    private Instant opened = Instant.MIN;
    private Instant sent = Instant.MIN;

    SlackReply(SlackMessage message, SlackPosts posts, SlackStreams streams, ChatPace pace) {
        this.message = message;
        this.posts = posts;
        this.streams = streams;
        this.pace = pace;
    }

    /** Whether so much time has passed that {@link #show} may be worth it. */
    boolean isDue(int length) {
        if (ts == null) {
            return true;
        }
        Duration since = Duration.between(sent, pace.instant());
        if (!isStream) {
            return since.compareTo(BETWEEN_UPDATES) >= 0;
        }
        return length - ended.length() - page.length() >= ENOUGH || since.compareTo(LONG_ENOUGH) >= 0;
    }

    /**
     * Shows what there is of the answer by now, if that can be done without asking too much of Slack.
     *
     * @param text Markdown of Slack, from the beginning, ending behind a sentence
     */
    void show(String text) throws InterruptedException {
        String shown = shown();
        if (text.length() <= shown.length() || !text.startsWith(shown) || !isDue(text.length())) {
            return;
        }
        try {
            show(text.substring(shown.length()), pace.instant());
        } catch (SlackFailure e) {
            LOG.info("{} cannot be shown as it grows: {}", message.key(), e.getMessage());
        }
    }

    private void show(String more, Instant now) throws SlackFailure, InterruptedException {
        if (ts == null) {
            open(more);
        } else if (isTooOld() || page.length() + more.length() > ChatPages.LONGEST) {
            end();
            open(more);
        } else if ((isStream ? streams.appends : streams.updates).take(now)) {
            append(more);
        }
    }

    /** What stands in Slack by now. */
    String shown() {
        return ended.toString() + page;
    }

    /**
     * Shows the whole answer.
     *
     * @param summary what a notification says
     * @param below what stands under it
     */
    void finish(String text, String summary, List<LayoutBlock> below) throws SlackFailure, InterruptedException {
        String shown = shown();
        if (shown.isEmpty()) {
            posts.post(message.place(), text, summary, below);
        } else if (text.startsWith(shown)) {
            finishPage(text.substring(shown.length()), summary, below);
        } else if (ended.isEmpty()) {
            closeStream("", List.of());
            replace(text, summary, below);
        } else {
            closeStream("", List.of());
            posts.post(message.place(), "_The text above was given up._\n\n" + text, summary, below);
        }
    }

    private void finishPage(String rest, String summary, List<LayoutBlock> below)
            throws SlackFailure, InterruptedException {
        if (ts == null || page.length() + rest.length() > ChatPages.LONGEST) {
            end();
            posts.post(message.place(), rest, summary, below);
        } else if (!closeStream(rest, below)) {
            replace(page + rest, summary, below);
        }
    }

    private void open(String text) throws SlackFailure, InterruptedException {
        int end = ChatPages.cut(text, ChatPages.LONGEST);
        String first = text.substring(0, end);
        Instant now = pace.instant();
        if (!streams.isLacking()) {
            if (!streams.starts.take(now)) {
                // Posted whole in the end.
                return;
            }
            try {
                ts = posts.startStream(message, first);
                isStream = true;
                opened(first, now);
                return;
            } catch (SlackFailure e) {
                LOG.info("No stream for {}: {}", message.key(), e.getMessage());
                streams.failed(e);
            }
        }
        if (streams.updates.take(now)) {
            ts = posts.open(message.place(), first);
            isStream = false;
            opened(first, now);
        }
    }

    private void opened(String text, Instant now) {
        page.append(text);
        opened = now;
        sent = now;
    }

    private void append(String more) throws SlackFailure, InterruptedException {
        String at = ts;
        if (at == null) {
            return;
        }
        sent = pace.instant();
        if (isStream) {
            try {
                posts.appendStream(message.place(), at, more);
                page.append(more);
                return;
            } catch (SlackFailure e) {
                LOG.info("The stream of {} does not go on: {}", message.key(), e.getMessage());
                if (e.error().equals("msg_too_long")) {
                    end();
                    open(more);
                    return;
                }
                isStream = false;
            }
        }
        posts.update(message.place(), at, page + more, ChatText.shortened(more, ENOUGH), List.of());
        page.append(more);
    }

    /** Ends the message that is being written; what comes goes into another. */
    private void end() throws InterruptedException {
        closeStream("", List.of());
        ended.append(page);
        page.setLength(0);
        ts = null;
    }

    /** Writes the last words into the stream and closes it; false when there is none, or it was closed already. */
    private boolean closeStream(String rest, List<LayoutBlock> below) throws InterruptedException {
        String at = ts;
        if (at == null || !isStream) {
            return false;
        }
        isStream = false;
        try {
            posts.stopStream(message.place(), at, rest, below);
            return true;
        } catch (SlackFailure e) {
            LOG.info("The stream of {} was closed before its end: {}", message.key(), e.getMessage());
            return false;
        }
    }

    /** Makes the message that is being written say this. */
    private void replace(String text, String summary, List<LayoutBlock> below)
            throws SlackFailure, InterruptedException {
        String at = ts;
        if (at != null && text.length() <= ChatPages.LONGEST) {
            try {
                streams.updates.count(pace.instant());
                posts.update(message.place(), at, text, summary, below);
                return;
            } catch (SlackFailure e) {
                LOG.info("The message of {} cannot be changed: {}", message.key(), e.getMessage());
            }
        }
        posts.post(message.place(), text, summary, below);
    }

    private boolean isTooOld() {
        return isStream && Duration.between(opened, pace.instant()).compareTo(OLDEST) >= 0;
    }
}
