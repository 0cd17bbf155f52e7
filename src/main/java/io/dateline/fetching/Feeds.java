package io.dateline.fetching;

import io.dateline.index.IndexWriteException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks feeds for news again and again, each on a thread of its own. Thread-safe. */
public final class Feeds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Feeds.class);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final List<String> addresses;
    private final PollSchedule schedule;
    private final Function<String, FeedRound> rounds;
    private final Clock clock;
    private final Map<String, FeedStatus> statuses = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopped;

    /**
     * @param rounds makes a round of a feed's address
     * @param stopped counted down when this is closed; rounds end soon after
     */
    Feeds(
            List<String> addresses,
            PollSchedule schedule,
            Function<String, FeedRound> rounds,
            Clock clock,
            CountDownLatch stopped) {
        this.addresses = List.copyOf(addresses);
        this.schedule = schedule;
        this.rounds = rounds;
        this.clock = clock;
        this.stopped = stopped;
        addresses.forEach(address -> statuses.put(address, FeedStatus.unasked(address)));
    }

    /** In the order in which they are configured. */
    public List<FeedStatus> statuses() {
        return addresses.stream().map(this::status).toList();
    }

    private FeedStatus status(String address) {
        return statuses.getOrDefault(address, FeedStatus.unasked(address));
    }

    void start() {
        for (String address : addresses) {
            threads.add(Thread.ofVirtual().name("feed " + address).start(() -> keepAsking(address)));
        }
    }

    private void keepAsking(String address) {
        int failures = 0;
        try {
            while (true) {
                FeedRound.Outcome outcome = ask(address);
                failures = outcome.problem() == null ? 0 : failures + 1;
                Duration pause = schedule.next(
                        failures,
                        outcome.retryAfter(),
                        ThreadLocalRandom.current().nextDouble());
                statuses.put(address, status(address).waiting(clock.instant().plus(pause)));
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FeedRound.Outcome ask(String address) throws InterruptedException {
        Instant now = clock.instant();
        FeedRound.Outcome outcome;
        try {
            outcome = rounds.apply(address).ask();
        } catch (IndexWriteException e) {
            outcome = new FeedRound.Outcome(0, "The index cannot be written now: " + e.getMessage(), Duration.ZERO);
        } catch (RuntimeException e) {
            // One feed that nobody thought of must not end the asking.
            log.error("Reading the feed {} failed", address, e);
            outcome = new FeedRound.Outcome(0, "Reading the feed failed; the log says more.", Duration.ZERO);
        }
        statuses.put(address, status(address).asked(now, outcome.articles(), outcome.problem()));
        if (outcome.problem() != null) {
            log.warn("{}: {}", address, outcome.problem());
        } else if (outcome.articles() > 0) {
            log.info("{}: {} articles new or changed", address, outcome.articles());
        }
        return outcome;
    }

    /** Ends after the items in hand. */
    @Override
    public void close() {
        stopped.countDown();
        Instant latest = Instant.now().plus(LONGEST_STOP);
        try {
            for (Thread thread : threads) {
                // No interrupt: it would close the files that Lucene is writing.
                if (!thread.join(Duration.between(Instant.now(), latest))) {
                    log.warn("{} does not end; what it has in hand is read again at the next start", thread.getName());
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
