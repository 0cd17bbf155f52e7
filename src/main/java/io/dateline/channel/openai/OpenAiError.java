package io.dateline.channel.openai;

import io.dateline.answering.AnswerEvent.Failed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** An error as OpenAI's clients read it. */
record OpenAiError(Detail error) {

    /**
     * @param type what kind of error it is
     * @param param the field of the request that was wrong; null when it was none
     * @param code what a program can tell the cases apart by; null when the type says it all
     */
    record Detail(
            String message,
            String type,
            @Nullable String param,
            @Nullable String code) {}

    static OpenAiError of(HttpStatus status, String message, @Nullable String param, @Nullable String code) {
        return new OpenAiError(new Detail(message, type(status), param, code));
    }

    static OpenAiError of(Failed failed) {
        return of(status(failed), failed.message(), null, failed.code());
    }

    /** The status of a question that failed. */
    static HttpStatus status(Failed failed) {
        return switch (failed.code()) {
            case "bad_request" -> HttpStatus.BAD_REQUEST;
            case "rate_limited" -> HttpStatus.TOO_MANY_REQUESTS;
            case "overloaded", "interrupted" -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static String type(HttpStatus status) {
        return switch (status) {
            case TOO_MANY_REQUESTS -> "rate_limit_error";
            case UNAUTHORIZED -> "authentication_error";
            default -> status.is4xxClientError() ? "invalid_request_error" : "server_error";
        };
    }
}
