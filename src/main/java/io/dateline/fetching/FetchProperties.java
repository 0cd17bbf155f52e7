package io.dateline.fetching;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowPrivate whether pages and feeds may be fetched from this machine and its network
 * @param userAgent how Dateline introduces itself; what is before the first slash or space is its name in robots.txt
 * @param patience how long one page or feed may take in all, its redirects included
 */
@ConfigurationProperties("dateline.fetch")
record FetchProperties(
        @DefaultValue("false") boolean allowPrivate,
        @DefaultValue("Dateline/0.1") String userAgent,
        @DefaultValue("30s") Duration patience) {

    FetchProperties {
        if (userAgent.isBlank()) {
            throw new IllegalArgumentException("dateline.fetch.user-agent must name the program, got a blank one");
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("dateline.fetch.patience must be positive, got: " + patience);
        }
    }
}
