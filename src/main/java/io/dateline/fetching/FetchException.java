package io.dateline.fetching;

import java.time.Duration;

/**
 * Nothing could be fetched from an address. The message is the rest of a sentence that begins with the address: {@code "answers
 * with status 404"}.
 */
public final class FetchException extends Exception {

    private final boolean passing;
    private final Duration retryAfter;

    private FetchException(String message, boolean passing, Duration retryAfter) {
        super(message);
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /** It may be otherwise the next time. */
    static FetchException passing(String message) {
        return passing(message, Duration.ZERO);
    }

    /** @param retryAfter how long the server wants to be left alone */
    static FetchException passing(String message, Duration retryAfter) {
        return new FetchException(message, true, retryAfter);
    }

    static FetchException lasting(String message) {
        return new FetchException(message, false, Duration.ZERO);
    }

    boolean isPassing() {
        return passing;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}
