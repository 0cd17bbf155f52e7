package io.dateline.channel.chat;

import org.jspecify.annotations.Nullable;

/**
 * What the marker of a citation becomes.
 *
 * @param url what it links to; null for nothing
 * @param isUnsupported whether the cited words do not say what the marker stands behind
 */
record ChatMarker(@Nullable String url, boolean isUnsupported) {

    static final ChatMarker UNKNOWN = new ChatMarker(null, false);

    /** Said behind the marker, as Markdown. */
    static final String DOUBT = " _(does not say this)_";
}
