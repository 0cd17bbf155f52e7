package io.dateline.answering;

import io.dateline.answering.ModelFault.Reason;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Whether the language model is asked at all. After repeated faults it is left alone for a while, then tried by one question; a
 * server that names a time to come back is left alone until then. Thread-safe.
 */
final class ModelGate {

    /** Of the last eight questions half failed, and at least four were asked. */
    private static final int WINDOW = 8;

    private static final int LEAST = 4;
    private static final float HALF = 50;
    private static final Duration REST = Duration.ofSeconds(30);

    private final CircuitBreaker breaker;
    private final ModelAllowance allowance;
    private final InstantSource clock;
    private volatile Instant closedUntil = Instant.MIN;

    ModelGate(ModelAllowance allowance, InstantSource clock) {
        this.allowance = allowance;
        this.clock = clock;
        this.breaker = CircuitBreaker.of(
                "language model",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(LEAST)
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(REST)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .currentTimestampFunction(c -> clock.millis(), TimeUnit.MILLISECONDS)
                        .build());
    }

    /** Lets a question through, which must then be {@link #passed}, {@link #failed} or {@link #abandoned}. */
    void enter() throws ModelFault {
        if (clock.instant().isBefore(closedUntil)) {
            throw new ModelFault(Reason.TOO_MANY_REQUESTS, "the server is to be left alone until " + closedUntil);
        }
        if (!breaker.tryAcquirePermission()) {
            throw new ModelFault(Reason.RESTING, "the model failed several times");
        }
        try {
            allowance.take();
        } catch (ModelFault fault) {
            breaker.releasePermission();
            throw fault;
        }
    }

    void passed(Answer.Tokens used) {
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
        allowance.spend(used);
    }

    void failed(ModelFault fault) {
        if (fault.retryAfter().isPositive()) {
            closedUntil = clock.instant().plus(fault.retryAfter());
        }
        breaker.onError(0, TimeUnit.MILLISECONDS, fault);
    }

    /** Who asked stopped the answer, which says nothing about the model. */
    void abandoned() {
        breaker.releasePermission();
    }
}
