package io.dateline.channel.webhook;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A question as Mattermost's slash commands and outgoing webhooks, and Zulip's webhooks in Slack's format, send it.
 *
 * @param id the same whenever this call is repeated
 * @param person who asked, and where
 * @param question without the word that called Dateline
 * @param responseUrl where an answer may be sent later; empty when it may not
 * @param isCommand whether only the person who asked is to see the answer
 */
record WebhookCall(String id, String person, String question, String responseUrl, boolean isCommand) {

    /** The mention of a bot as Zulip writes it. */
    private static final Pattern MENTION = Pattern.compile("^@\\*\\*[^*]+\\*\\*\\s*");

    /** @param fields as they came in the form or the JSON object */
    static WebhookCall of(Map<String, String> fields) {
        String team = fields.getOrDefault("team_id", "");
        String id = first(fields, "post_id", "trigger_id", "thread_ts", "timestamp");
        String text = MENTION.matcher(fields.getOrDefault("text", "").strip()).replaceFirst("");
        String trigger = fields.getOrDefault("trigger_word", "");
        String question = !trigger.isEmpty() && text.startsWith(trigger) ? text.substring(trigger.length()) : text;
        return new WebhookCall(
                (team + "-" + fields.getOrDefault("channel_id", "") + "-" + id).replaceAll("[^A-Za-z0-9_-]", "-"),
                team + "/" + fields.getOrDefault("channel_id", "") + "/" + fields.getOrDefault("user_id", ""),
                question.strip(),
                fields.getOrDefault("response_url", ""),
                fields.containsKey("command"));
    }

    private static String first(Map<String, String> fields, String... names) {
        for (String name : names) {
            String value = fields.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
