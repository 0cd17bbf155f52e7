package io.dateline.fetching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is doing.
 *
 * @param askedAt when it was asked the last time; null before the first time
 * @param nextAt when it is asked again; null while it is being asked
 * @param articles that were new or changed since the start of the program
 * @param problem what went wrong the last time, a sentence for a person; null if nothing did
 */
public record FeedStatus(
        String address,
        @Nullable Instant askedAt,
        @Nullable Instant nextAt,
        int articles,
        @Nullable String problem) {

    static FeedStatus unasked(String address) {
        return new FeedStatus(address, null, null, 0, null);
    }

    FeedStatus asked(Instant at, int more, @Nullable String what) {
        return new FeedStatus(address, at, null, articles + more, what);
    }

    FeedStatus waiting(Instant until) {
        return new FeedStatus(address, askedAt, until, articles, problem);
    }
}
