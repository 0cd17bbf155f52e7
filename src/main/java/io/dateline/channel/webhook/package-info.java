/** Mattermost and Zulip, which call as Slack once did: a question comes with a token, the answer goes out with the response. */
@NullMarked
package io.dateline.channel.webhook;

import org.jspecify.annotations.NullMarked;
