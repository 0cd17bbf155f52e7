package io.dateline.channel.openai;

import io.dateline.channel.BadRequestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Makes errors in OpenAI's shape of what goes wrong under {@code /v1}. */
@RestControllerAdvice(basePackageClasses = OpenAiErrorHandler.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpenAiErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAiErrorHandler.class);

    /** Seconds after which an overloaded server may be asked again; OpenAI's clients do so by themselves. */
    private static final String RETRY_AFTER = "2";

    @ExceptionHandler
    ResponseEntity<OpenAiError> refused(OpenAiException e) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(e.status()).contentType(MediaType.APPLICATION_JSON);
        if (e.status() == HttpStatus.SERVICE_UNAVAILABLE || e.status() == HttpStatus.TOO_MANY_REQUESTS) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        return response.body(e.error());
    }

    @ExceptionHandler
    ResponseEntity<OpenAiError> badRequest(BadRequestException e) {
        return refused(OpenAiException.badRequest(null, String.valueOf(e.getMessage())));
    }

    @ExceptionHandler({HttpMediaTypeNotSupportedException.class, HttpMediaTypeNotAcceptableException.class})
    ResponseEntity<OpenAiError> media(Exception e) {
        return refused(OpenAiException.badRequest(null, "Send JSON, with 'Content-Type: application/json'."));
    }

    @ExceptionHandler
    ResponseEntity<OpenAiError> internal(RuntimeException e) {
        LOG.error("A chat completion failed", e);
        return refused(
                new OpenAiException(HttpStatus.INTERNAL_SERVER_ERROR, "internal", null, "Something went wrong."));
    }
}
