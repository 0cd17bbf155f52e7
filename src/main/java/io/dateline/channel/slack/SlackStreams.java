package io.dateline.channel.slack;

import java.util.Set;

/** What Slack allows of streaming in a workspace, shared by all answers. Thread-safe. */
final class SlackStreams {

    /** Slack's words for a workspace that has no streams, or an app that may not use them. */
    private static final Set<String> LACKING = Set.of(
            "unknown_method",
            "method_not_supported_for_channel_type",
            "missing_scope",
            "not_allowed_token_type",
            "feature_not_enabled",
            "access_denied");

    /** Calls of {@code chat.startStream} and of {@code chat.stopStream} a minute: tier 2. */
    private static final int STARTS = 20;

    /** Calls of {@code chat.appendStream} a minute: tier 4. */
    private static final int APPENDS = 100;

    /** Calls of {@code chat.update} a minute: tier 3. */
    private static final int UPDATES = 50;

    final SlackBudget starts = new SlackBudget(STARTS);
    final SlackBudget appends = new SlackBudget(APPENDS);
    final SlackBudget updates = new SlackBudget(UPDATES);
    private volatile boolean lacking;

    /** Notes why a stream could not be opened. */
    void failed(SlackFailure why) {
        lacking |= LACKING.contains(why.error());
    }

    /** Whether the workspace is known to have no streams. */
    boolean isLacking() {
        return lacking;
    }
}
