package io.dateline.channel.slack;

/**
 * A thread of Slack, where one conversation goes on.
 *
 * @param team workspace
 * @param channel channel, or the direct messages with one person
 * @param thread {@code ts} of the message the thread hangs on
 */
record SlackPlace(String team, String channel, String thread) {

    /** The same for everything said in this thread, and for nothing else. */
    String key() {
        return "slack/" + team + "/" + channel + "/" + thread;
    }

    /** Whether it is between Dateline and one person; ids of such channels begin with D. */
    boolean isDirect() {
        return channel.startsWith("D");
    }
}
