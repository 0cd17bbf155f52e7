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
record SlackMessage(SlackPlace place, String ts, String user, String question, boolean isPressed) {

    /** What stands above the answer, in Markdown. */
    String heading() {
        return isPressed ? "_" + ChatMarkdown.escape(question) + "_\n\n" : "";
    }

    /** Equal for every delivery of this message, whatever kind of event it comes as. */
    String key() {
        return "slack/" + place.team() + "/" + place.channel() + "/message/" + ts;
    }

    /** Asking again with it asks nothing. */
    String questionId() {
        return ("slack-" + place.team() + "-" + place.channel() + "-" + ts).replaceAll("[^A-Za-z0-9_-]", "-");
    }
}
