/**
 * Slack: mentions, direct messages, the assistant pane, a command and a shortcut, loaded only when a bot token is configured. What
 * Slack sends is acknowledged before anything looks at it; Bolt takes it apart afterwards.
 */
@NullMarked
package io.dateline.channel.slack;

import org.jspecify.annotations.NullMarked;
