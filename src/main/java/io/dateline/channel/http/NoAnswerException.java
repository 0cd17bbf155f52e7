package io.dateline.channel.http;

import io.dateline.answering.AnswerEvent.Failed;
import org.springframework.http.HttpStatus;

/** A question ended without an answer. The message is for the client. */
final class NoAnswerException extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    private NoAnswerException(HttpStatus status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static NoAnswerException failed(Failed failed) {
        return new NoAnswerException(ProblemHandler.status(failed), failed.code(), failed.message());
    }

    static NoAnswerException stopped() {
        return new NoAnswerException(HttpStatus.CONFLICT, "stopped", "The question was stopped.");
    }

    HttpStatus status() {
        return status;
    }

    /** What a program can tell the cases apart by. */
    String code() {
        return code;
    }
}
