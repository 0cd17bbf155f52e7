package io.dateline.channel.http;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.Question;
import io.dateline.channel.Asked;
import io.dateline.channel.BadRequestException;
import io.dateline.channel.TerminalText;
import io.dateline.channel.Wire;
import io.dateline.channel.access.Person;
import io.dateline.desk.AnswerDesk;
import io.dateline.desk.AnswerLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /api/answer}: asks a question, and answers with the whole answer, as JSON or as text, or with its events as they
 * happen. A caller that
 * gives the question an {@code id} may come back with it, and does not ask twice.
 */
@RestController
@Tag(name = "Answers")
class AnswerController {

    /** The answer's {@code status}, for callers that look no further. */
    private static final String STATUS = "Dateline-Status";

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final AnswerDesk desk;
    private final Wire wire;

    AnswerController(AnswerDesk desk, Wire wire) {
        this.desk = desk;
        this.wire = wire;
    }

    /** What may be asked for in the query string. */
    record Parameters(
            @Parameter(description = "Made by the caller, 8 to 100 characters; asking again with it asks nothing")
            @Nullable
            String id,

            @Parameter(description = "The conversation to go on with; left out, a new one begins") @Nullable
            String conversation,

            @Parameter(description = "The question, 1 to 2,000 characters", example = "Where were the talks?") @Nullable
            String q,

            @Parameter(description = "Leave out what was published after this day", example = "2023-03-01") @Nullable
            String asOf,

            @Parameter(description = "Only articles of the publisher with exactly this name") @Nullable
            String publisher,

            @Parameter(description = "Only articles published on this day or later") @Nullable
            String from,

            @Parameter(description = "Only articles published on this day or earlier") @Nullable
            String to) {

        Question question(Person person) {
            if (q == null) {
                throw new BadRequestException("'q' is missing: the question.");
            }
            return Asked.question(
                            id == null ? UUID.randomUUID().toString() : id,
                            conversation,
                            q,
                            Asked.filter(asOf, publisher, from, to))
                    .of(person.owner());
        }
    }

    @Operation(
            summary = "Asks a question",
            description = "Answers as JSON, as text, or with a stream of events, whichever is accepted."
                    + " The header Dateline-Status says whether the archive holds the answer.")
    @GetMapping(path = "/api/answer", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> answer(@ParameterObject Parameters asked, Person person) throws InterruptedException {
        Answer answer = whole(asked, person);
        return ok(answer).body(answer);
    }

    /** The answer as a terminal shows it. */
    @GetMapping(path = "/api/answer", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> text(
            @ParameterObject Parameters asked, Person person, @RequestParam(defaultValue = "false") boolean coloured)
            throws InterruptedException {
        Answer answer = whole(asked, person);
        return ok(answer)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(TerminalText.of(answer, coloured) + "\n");
    }

    private static ResponseEntity.BodyBuilder ok(Answer answer) {
        return ResponseEntity.ok().header(STATUS, answer.status().name().toLowerCase(Locale.ROOT));
    }

    private Answer whole(Parameters asked, Person person) throws InterruptedException {
        AnswerLog log = desk.ask(asked.question(person));
        int seq = 0;
        while (true) {
            AnswerLog.Entry entry = log.await(seq, A_WHILE).orElse(null);
            if (entry == null) {
                continue;
            }
            seq = entry.seq();
            switch (entry.event()) {
                case AnswerEvent.Completed completed -> {
                    return completed.answer();
                }
                case AnswerEvent.Failed failed -> throw NoAnswerException.failed(failed);
                case AnswerEvent.Stopped stopped -> throw NoAnswerException.stopped();
                case AnswerEvent.Accepted e -> {}
                case AnswerEvent.Rewritten e -> {}
                case AnswerEvent.SourcesFound e -> {}
                case AnswerEvent.FactFound e -> {}
                case AnswerEvent.TextAdded e -> {}
                case AnswerEvent.CitationAdded e -> {}
            }
        }
    }

    /**
     * A browser's {@code EventSource} calls again by itself when the stream ends, with the number of the last event; it stops
     * when there is nothing more.
     */
    @GetMapping(path = "/api/answer", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @ParameterObject Parameters asked,
            Person person,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Integer last,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        Question question = asked.question(person);
        if (last != null && asked.id() == null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        AnswerLog log = desk.ask(question);
        int seq = last == null ? 0 : Math.max(0, last);
        if (seq > 0 && log.endsAt(seq)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            new EventStream(wire, response).follow(log, log.resumeAfter(seq));
        }
    }
}
