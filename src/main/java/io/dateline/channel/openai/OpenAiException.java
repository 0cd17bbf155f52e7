package io.dateline.channel.openai;

import io.dateline.answering.AnswerEvent.Failed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A request that gets an error in OpenAI's shape. The message is for the caller. */
final class OpenAiException extends RuntimeException {

    private final HttpStatus status;
    private final @Nullable String code;
    private final @Nullable String parameter;

    OpenAiException(HttpStatus status, @Nullable String code, @Nullable String parameter, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.parameter = parameter;
    }

    static OpenAiException badRequest(@Nullable String parameter, String message) {
        return new OpenAiException(HttpStatus.BAD_REQUEST, null, parameter, message);
    }

    static OpenAiException failed(Failed failed) {
        return new OpenAiException(OpenAiError.status(failed), failed.code(), null, failed.message());
    }

    HttpStatus status() {
        return status;
    }

    /** The body of the response. */
    OpenAiError error() {
        return OpenAiError.of(status, String.valueOf(getMessage()), parameter, code);
    }
}
