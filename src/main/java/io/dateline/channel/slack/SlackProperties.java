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
 * @param pages where people in a chat reach this Dateline's page, such as {@code https://news.example.org}; sources that
 *     were not published anywhere link there. Empty when they do not reach it
 * @param open requests that are worked on or wait; more are refused, and Slack sends them again
 * @param atOnce questions that are asked at a time
 * @param patience how long an answer may take before it is streamed; a quicker one is posted whole
 */
@ConfigurationProperties("dateline.slack")
record SlackProperties(
        @DefaultValue("") String botToken,
        @DefaultValue("") String appToken,
        @DefaultValue("") String signingSecret,
        @DefaultValue("https://slack.com/api/") String api,
        @DefaultValue("") String pages,
        @DefaultValue("2000") int open,
        @DefaultValue("32") int atOnce,
        @DefaultValue("1s") Duration patience) {

    SlackProperties {
        if (!botToken.isBlank() && appToken.isBlank() && signingSecret.isBlank()) {
            throw new IllegalArgumentException("dateline.slack.bot-token is set, but Slack has no way in: set"
                    + " dateline.slack.app-token for Socket Mode or dateline.slack.signing-secret for /slack/events");
        }
        if (open < 1 || atOnce < 1) {
            throw new IllegalArgumentException(
                    "dateline.slack.open and dateline.slack.at-once must be at least 1, got: " + open + " and "
                            + atOnce);
        }
    }

    SlackLinks links() {
        return new SlackLinks(pages.strip().replaceFirst("/+$", ""));
    }

    /** The tokens stay out of logs. */
    @Override
    public String toString() {
        return "SlackProperties[api=" + api + ", pages=" + pages + "]";
    }
}
