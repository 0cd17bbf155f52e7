package io.dateline.channel.http;

import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.channel.BadRequestException;
import io.dateline.index.IndexWriteException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Makes problem details of what goes wrong; only what a client can act on is in them. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ProblemDetail badRequest(BadRequestException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notDecoded(InvalidParameterException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "A parameter cannot be decoded; it must be UTF-8, percent-encoded.");
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notAnEditor(NotAnEditorException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noAnswer(NoAnswerException e) {
        ResponseEntity.BodyBuilder response = ResponseEntity.status(e.status());
        if (e.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header("Retry-After", "2");
        } else if (e.status() == HttpStatus.TOO_MANY_REQUESTS) {
            response.header("Retry-After", "10");
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(e.status(), e.getMessage());
        problem.setProperty("code", e.code());
        return response.body(problem);
    }

    @ExceptionHandler
    ProblemDetail noArticle(NoArticleException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, e.getMessage());
        problem.setProperty("rejections", e.rejections());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail indexNotWritten(IndexWriteException e) {
        LOG.error("The index cannot be written", e);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INSUFFICIENT_STORAGE, "The index cannot be written now; nothing was added or removed.");
    }

    @ExceptionHandler
    ProblemDetail databaseGone(DataAccessException e) {
        LOG.error("The database does not answer", e);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer. Please try again in a moment.");
    }

    @ExceptionHandler
    ProblemDetail internal(RuntimeException e) {
        LOG.error("A call failed", e);
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong.");
    }

    /** The code a failed question has on the wire, as the status it has in HTTP. */
    static HttpStatus status(Failed failed) {
        return switch (failed.code()) {
            case "bad_request" -> HttpStatus.BAD_REQUEST;
            case "unknown_conversation" -> HttpStatus.NOT_FOUND;
            case "id_taken" -> HttpStatus.FORBIDDEN;
            case "rate_limited" -> HttpStatus.TOO_MANY_REQUESTS;
            case "overloaded", "interrupted" -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
