package io.dateline.channel.slack;

import io.dateline.channel.chat.ChatMarkdown;

/**
 * Something a person asked.
 *
 * @param place where it is answered
 * @param ts the message, unique in its channel
 * @param user who asked
 * @param question what was asked, plain
 * @param isPressed whether it was asked by a button, so that nobody can read it in the thread
 */
record SlackMessage(SlackPlace place, String ts, String user, String question, boolean isPressed)
        implements SlackQuestion {

    static final String KEYS = "slack-message/";

    /** What stands above the answer, in Markdown. */
    String heading() {
        return isPressed ? "_" + ChatMarkdown.escape(question) + "_\n\n" : "";
    }

    /** The person whose limits it counts towards, wherever in the workspace they ask. */
    String asker() {
        return "slack/" + place.team() + "/user/" + user;
    }

    /** Equal for every delivery of this message, whatever kind of event it comes as. */
    @Override
    public String key() {
        return KEYS + place.team() + "/" + place.channel() + "/" + ts;
    }

    /** Asking again with it asks nothing. */
    String questionId() {
        return ("slack-" + place.team() + "-" + place.channel() + "-" + ts).replaceAll("[^A-Za-z0-9_-]", "-");
    }
}
