package io.dateline.fetching;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article that a feed tells of.
 *
 * @param page its address
 * @param version changes when the feed tells something else of it
 * @param known by the names that JSON articles use
 * @param text as HTML, where the feed carries the whole of it
 */
record FeedItem(
        URI page,
        String version,
        Map<String, Object> known,
        @Nullable String text) {}
