package io.dateline.channel.slack;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Slack app that Dateline is. Without a bot token nothing of Slack is there.
 *
 * @param botToken {@code xoxb-…}, what Dateline writes with
 * @param appToken {@code xapp-…}, opens Socket Mode; empty to leave it closed
 * @param signingSecret what Slack signs requests to {@code /slack/events} with; empty to serve none
 * @param api where Slack's Web API is
 * @param patience how long an answer may take before it is streamed; a quicker one is posted whole
 */
@ConfigurationProperties("dateline.slack")
record SlackProperties(
        @DefaultValue("") String botToken,
        @DefaultValue("") String appToken,
        @DefaultValue("") String signingSecret,
        @DefaultValue("https://slack.com/api/") String api,
        @DefaultValue("1s") Duration patience) {

    SlackProperties {
        if (!botToken.isBlank() && appToken.isBlank() && signingSecret.isBlank()) {
            throw new IllegalArgumentException("dateline.slack.bot-token is set, but Slack has no way in: set"
                    + " dateline.slack.app-token for Socket Mode or dateline.slack.signing-secret for /slack/events");
        }
    }

    /** The tokens stay out of logs. */
    @Override
    public String toString() {
        return "SlackProperties[api=" + api + "]";
    }
}
