package io.dateline.fetching;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param addresses of feeds; nothing is fetched where there are none
 * @param every how often each is asked for news, at least every minute
 */
@ConfigurationProperties("dateline.feeds")
record FeedProperties(
        @DefaultValue List<String> addresses,
        @DefaultValue("15m") Duration every) {

    private static final int MOST = 500;

    FeedProperties {
        addresses = addresses.stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
        if (addresses.size() > MOST) {
            throw new IllegalArgumentException(
                    "dateline.feeds.addresses may have " + MOST + " addresses, got: " + addresses.size());
        }
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("dateline.feeds.every must be at least 1m, got: " + every);
        }
    }
}
