package io.dateline.inference;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;

/** A server wants fewer requests (429). */
public final class TooManyRequestsException extends HttpException {

    private final transient Duration retryAfter;

    TooManyRequestsException(String message, Duration retryAfter) {
        super(429, message);
        this.retryAfter = retryAfter;
    }

    /** How long the server wants to be left alone; zero where it does not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
