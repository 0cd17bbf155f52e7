package io.dateline.channel.openai;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.answering.Question;
import io.dateline.channel.AnswerText;
import io.dateline.channel.PageAddress;
import io.dateline.channel.access.Person;
import io.dateline.desk.AnswerDesk;
import io.dateline.desk.AnswerLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /v1/chat/completions}: answers the last message of a conversation, at once or in pieces. */
@RestController
@Tag(name = "OpenAI", description = "For programs that speak to a model of OpenAI's already")
class ChatController {

    /** Longest request in bytes; a long conversation is a tenth of it. */
    private static final int LONGEST = 1_000_000;

    /** Shorter than the patience of the proxies people have. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final AnswerDesk desk;
    private final JsonMapper mapper;

    ChatController(AnswerDesk desk, JsonMapper mapper) {
        this.desk = desk;
        this.mapper = mapper;
    }

    @Operation(
            summary = "Answers the last message of a conversation",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            examples = @ExampleObject("""
                                            {"model": "dateline", "stream": false,
                                             "messages": [{"role": "user", "content": "Where were the talks?"}]}"""))))
    @PostMapping("/v1/chat/completions")
    void complete(HttpServletRequest call, HttpServletResponse response) throws IOException, InterruptedException {
        ChatRequest request = ChatRequest.read(body(call), mapper);
        Question question = request.question().of(Person.of(call).owner());
        AnswerLog log = desk.askAside(question, request.past());
        Completion completion =
                new Completion(mapper, "chatcmpl-" + question.id(), Instant.now(), request.includeUsage());
        AnswerText text = new AnswerText(PageAddress.of(call));
        try {
            if (request.stream()) {
                stream(request, log, completion, text, response);
            } else {
                whole(log, completion, text, response);
            }
        } catch (IOException e) {
            // Nobody is left to read the answer.
            desk.stop(log.id(), question.owner());
            throw e;
        }
    }

    private void whole(AnswerLog log, Completion completion, AnswerText text, HttpServletResponse response)
            throws IOException, InterruptedException {
        for (int seq = 0; ; seq++) {
            AnswerEvent event = next(log, seq);
            // The pieces are a preview of the text that comes with the end.
            if (!(event instanceof AnswerEvent.TextAdded)) {
                text.add(event);
            }
            if (event instanceof AnswerEvent.Terminal end) {
                Answer answer = answer(end);
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.getOutputStream().write(mapper.writeValueAsBytes(completion.whole(text, answer)));
                return;
            }
        }
    }

    private static Answer answer(AnswerEvent.Terminal end) {
        return switch (end) {
            case Completed completed -> completed.answer();
            case Failed failed -> throw OpenAiException.failed(failed);
            case AnswerEvent.Stopped stopped ->
                throw new OpenAiException(HttpStatus.CONFLICT, "stopped", null, "The question was stopped.");
        };
    }

    private static AnswerEvent next(AnswerLog log, int seq) throws InterruptedException {
        while (true) {
            AnswerLog.Entry entry = log.await(seq, QUIET).orElse(null);
            if (entry != null) {
                return entry.event();
            }
        }
    }

    /** Writes chunks until the answer is complete. A failure before the first chunk has a status of its own. */
    private void stream(
            ChatRequest request, AnswerLog log, Completion completion, AnswerText text, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (next(log, 0) instanceof Failed failed) {
            throw OpenAiException.failed(failed);
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        send(out, completion.firstChunk());
        for (int seq = 0; ; ) {
            AnswerLog.Entry entry = log.await(seq, QUIET).orElse(null);
            if (entry == null) {
                write(out, ": still here\n\n");
                continue;
            }
            seq = entry.seq();
            String delta = text.add(entry.event());
            if (!delta.isEmpty()) {
                send(out, completion.chunk(delta));
            }
            if (entry.event() instanceof Completed completed) {
                send(out, completion.lastChunk(text.annotations()));
                if (request.includeUsage()) {
                    send(out, completion.usageChunk(completed.answer()));
                }
                write(out, "data: [DONE]\n\n");
            } else if (entry.event() instanceof Failed failed) {
                send(out, mapper.valueToTree(OpenAiError.of(failed)));
            }
            if (entry.isLast()) {
                return;
            }
        }
    }

    private void send(OutputStream out, JsonNode chunk) throws IOException {
        write(out, "data: " + mapper.writeValueAsString(chunk) + "\n\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static byte[] body(HttpServletRequest call) throws IOException {
        byte[] body = call.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new OpenAiException(
                    HttpStatus.CONTENT_TOO_LARGE, null, null, "A request has at most " + LONGEST + " bytes.");
        }
        return body;
    }
}
