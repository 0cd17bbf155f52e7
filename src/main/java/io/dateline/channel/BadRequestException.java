package io.dateline.channel;

/** Something a client sent cannot be used. The message is for the client: it says what was wrong and what is expected. */
public final class BadRequestException extends RuntimeException {

    public BadRequestException(String message) {
        super(message);
    }
}
