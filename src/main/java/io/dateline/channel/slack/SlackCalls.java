package io.dateline.channel.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import io.dateline.channel.chat.ChatPace;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls of Slack's Web API that wait where Slack tells them to. After 429 nothing of that kind is called before the time is over,
 * and then the call is made again. A call whose fate is unknown is not repeated: it may have written something. Thread-safe.
 */
final class SlackCalls {

    private static final Logger LOG = LoggerFactory.getLogger(SlackCalls.class);

    /** A burst of hundreds of answers is worked off at one a second. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(2);

    private static final int MOST_FAULTS = 5;

    /** Slack's words for a fault of its own, when it did nothing. */
    private static final Set<String> FAULTS = Set.of("service_unavailable", "request_timeout", "team_added_to_org");

    private static final int TOO_MANY = 429;

    private final MethodsClient client;
    private final ChatPace pace;
    private final Map<String, Instant> closed = new ConcurrentHashMap<>();

    SlackCalls(MethodsClient client, ChatPace pace) {
        this.client = client;
        this.pace = pace;
    }

    /** One call. */
    interface Call<T extends SlackApiTextResponse> {

        T make(MethodsClient client) throws IOException, SlackApiException;
    }

    /**
     * @param method as Slack counts it, with the channel where Slack counts by channel
     * @throws SlackFailure when Slack refuses, or is not there for a while
     */
    <T extends SlackApiTextResponse> T call(String method, Call<T> call) throws SlackFailure, InterruptedException {
        Instant end = pace.instant().plus(LONGEST);
        int faults = 0;
        while (true) {
            awaitOpen(method);
            Duration wait;
            try {
                T response = call.make(client);
                if (response.isOk()) {
                    return response;
                }
                if (!FAULTS.contains(String.valueOf(response.getError())) || ++faults >= MOST_FAULTS) {
                    throw new SlackFailure(method, String.valueOf(response.getError()));
                }
                wait = BETWEEN_FAULTS;
            } catch (SlackApiException e) {
                int status = e.getResponse().code();
                if (status == TOO_MANY) {
                    wait = retryAfter(e.getResponse().header("Retry-After"));
                    LOG.info("Slack wants {} s without {}", wait.toSeconds(), method);
                } else if (status == 503 && ++faults < MOST_FAULTS) {
                    wait = BETWEEN_FAULTS;
                } else {
                    throw new SlackFailure(method, e);
                }
            } catch (ConnectException e) {
                if (++faults >= MOST_FAULTS) {
                    throw new SlackFailure(method, e);
                }
                wait = BETWEEN_FAULTS;
            } catch (IOException e) {
                throw new SlackFailure(method, e);
            }
            Instant open = pace.instant().plus(wait);
            if (open.isAfter(end)) {
                throw new SlackFailure(method, "ratelimited");
            }
            closed.merge(method, open, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    /**
     * One call of something that can be done without, unless Slack wants it left alone just now.
     *
     * @throws SlackFailure when Slack does not do it
     */
    void attempt(String method, Call<?> call) throws SlackFailure {
        Instant open = closed.get(method);
        if (open != null && open.isAfter(pace.instant())) {
            return;
        }
        try {
            SlackApiTextResponse response = call.make(client);
            if (!response.isOk()) {
                throw new SlackFailure(method, String.valueOf(response.getError()));
            }
        } catch (SlackApiException e) {
            if (e.getResponse().code() == TOO_MANY) {
                closed.put(
                        method, pace.instant().plus(retryAfter(e.getResponse().header("Retry-After"))));
            }
            throw new SlackFailure(method, e);
        } catch (IOException e) {
            throw new SlackFailure(method, e);
        }
    }

    private void awaitOpen(String method) throws InterruptedException {
        for (Instant open = closed.get(method); open != null; open = closed.get(method)) {
            Duration left = Duration.between(pace.instant(), open);
            if (left.isPositive()) {
                pace.pause(left);
            } else {
                closed.remove(method, open);
            }
        }
    }

    /** How long Slack wants to be left alone, by the header of its 429; half a minute when it does not say. */
    static Duration retryAfter(@Nullable String header) {
        return header != null && header.matches("\\d{1,4}")
                ? Duration.ofSeconds(Math.max(1, Long.parseLong(header)))
                : Duration.ofSeconds(30);
    }
}
