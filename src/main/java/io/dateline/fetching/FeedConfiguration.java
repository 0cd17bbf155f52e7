package io.dateline.fetching;

import io.dateline.index.FeedLedger;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Feeds are asked while Dateline serves, not by its commands. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class FeedConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    Feeds feeds(
            FeedProperties properties,
            FetchProperties fetching,
            Fetcher fetcher,
            ArticlePages pages,
            FeedLedger ledger) {
        String name = fetching.userAgent().split("[/ ]", 2)[0];
        CountDownLatch stopped = new CountDownLatch(1);
        return new Feeds(
                properties.addresses(),
                new PollSchedule(properties.every()),
                address -> new FeedRound(
                        address, fetcher, pages, ledger, new Robots(fetcher, name), () -> stopped.getCount() == 0),
                Clock.systemUTC(),
                stopped);
    }
}
