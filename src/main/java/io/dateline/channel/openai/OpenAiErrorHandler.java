package io.dateline.channel.openai;

import io.dateline.channel.BadRequestException;
import java.util.Map;
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

    /** Seconds after which a caller may ask again; OpenAI's clients do so by themselves. */
    private static final Map<HttpStatus, String> RETRY_AFTER =
            Map.of(HttpStatus.SERVICE_UNAVAILABLE, "2", HttpStatus.TOO_MANY_REQUESTS, "10");

    @ExceptionHandler
    ResponseEntity<OpenAiError> refused(OpenAiException e) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(e.status()).contentType(MediaType.APPLICATION_JSON);
        String retryAfter = RETRY_AFTER.get(e.status());
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter);
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
