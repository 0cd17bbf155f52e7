package io.dateline.channel.slack;

/** What somebody asked in Slack, as it is kept until it is answered. */
sealed interface SlackQuestion permits SlackMessage, SlackPrivateQuestion {

    /** Equal for every delivery of it, and for nothing else; at most 300 characters. */
    String key();
}
