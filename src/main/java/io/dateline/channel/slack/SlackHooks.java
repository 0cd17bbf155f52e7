package io.dateline.channel.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import io.dateline.channel.chat.ChatPace;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Response;

/**
 * Writes to the addresses that come with commands and buttons; each takes five messages within half an hour. After 429 it waits
 * as long as Slack tells it to. Thread-safe.
 */
final class SlackHooks {

    private static final int MOST_TRIES = 4;

    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(2);

    private static final int TOO_MANY = 429;

    private final Slack slack;
    private final ChatPace pace;

    SlackHooks(Slack slack, ChatPace pace) {
        this.slack = slack;
        this.pace = pace;
    }

    /** @throws SlackFailure when Slack does not take it */
    void send(String address, ActionResponse message) throws SlackFailure, InterruptedException {
        for (int tried = 1; ; tried++) {
            Duration wait = BETWEEN_FAULTS;
            // The SDK's own sender keeps the headers to itself.
            try (Response response = slack.getHttpClient().postJsonBody(address, message)) {
                int status = response.code();
                if (response.isSuccessful()) {
                    return;
                }
                if (tried == MOST_TRIES || (status < 500 && status != TOO_MANY)) {
                    throw new SlackFailure("response_url", "status " + status);
                }
                if (status == TOO_MANY) {
                    wait = SlackCalls.retryAfter(response.header("Retry-After"));
                }
            } catch (IOException e) {
                // It may have been taken; a second one would stand beside it.
                throw new SlackFailure("response_url", e);
            }
            pace.pause(wait);
        }
    }
}
