package io.dateline.channel.web;

import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.channel.Asked;
import io.dateline.channel.BadRequestException;
import io.dateline.channel.Wire;
import io.dateline.conversation.Turn;
import io.dateline.index.Filter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the text frames of a client. Fields it does not know are passed over. Thread-safe.
 *
 * <p>A frame that cannot be used is answered by {@code failed} with the id it names, or null. Only for an {@code ask} is that
 * the end of a question, and therefore event 1; anything else has {@code seq} 0, which belongs to no stream.
 */
final class ClientFrameReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,100}");

    private final JsonMapper mapper;
    private final Wire wire;

    ClientFrameReader(JsonMapper mapper, Wire wire) {
        this.mapper = mapper;
        this.wire = wire;
    }

    ClientFrame read(String text) {
        String id = null;
        int seq = 0;
        try {
            JsonNode frame = object(text);
            String type = text(frame, "type");
            if (type.equals("authenticate")) {
                return new ClientFrame.Authenticate(text(frame, "token"));
            }
            id = id(frame);
            seq = type.equals("ask") ? 1 : 0;
            return frame(type, id, frame);
        } catch (BadRequestException e) {
            return new ClientFrame.Refused(wire.frame(id, id == null ? 0 : seq, badRequest(e.getMessage())));
        }
    }

    static Failed badRequest(@Nullable String message) {
        return new Failed("bad_request", String.valueOf(message), false);
    }

    private static ClientFrame frame(String type, String id, JsonNode frame) {
        return switch (type) {
            case "ask" ->
                new ClientFrame.Ask(Asked.question(
                        id, optionalText(frame, "conversation"), text(frame, "question"), filter(frame)));
            case "stop" -> new ClientFrame.Stop(id);
            case "resume" -> new ClientFrame.Resume(id, after(frame));
            case "feedback" -> new ClientFrame.Judge(id, feedback(frame));
            default ->
                throw new BadRequestException("'type' must be 'ask', 'stop', 'resume', 'feedback' or 'authenticate'.");
        };
    }

    private JsonNode object(String text) {
        try {
            JsonNode frame = mapper.readTree(text);
            if (frame.isObject()) {
                return frame;
            }
        } catch (JacksonException e) {
            // Said below: the parser's own message speaks of its classes.
        }
        throw new BadRequestException("A frame must be a JSON object.");
    }

    private static Filter filter(JsonNode frame) {
        JsonNode filters = frame.path("filters");
        if (!filters.isMissingNode() && !filters.isNull() && !filters.isObject()) {
            throw new BadRequestException("'filters' must be an object.");
        }
        String publisher = optionalText(filters, "publisher");
        if (publisher != null) {
            Asked.requireText("publisher", publisher);
        }
        return Asked.filter(
                optionalText(frame, "asOf"), publisher, optionalText(filters, "from"), optionalText(filters, "to"));
    }

    private static int after(JsonNode frame) {
        JsonNode after = frame.path("after");
        if (!after.isInt() || after.intValue() < 0) {
            throw new BadRequestException("'after' must be a whole number, 0 or more.");
        }
        return after.intValue();
    }

    private static Turn.Feedback feedback(JsonNode frame) {
        String note = optionalText(frame, "note");
        if (note != null) {
            Asked.requireText("note", note);
        }
        Turn.Feedback.Verdict verdict = switch (text(frame, "verdict")) {
            case "up" -> Turn.Feedback.Verdict.UP;
            case "down" -> Turn.Feedback.Verdict.DOWN;
            default -> throw new BadRequestException("'verdict' must be 'up' or 'down'.");
        };
        if (note != null && note.length() > Turn.Feedback.LONGEST_NOTE) {
            throw new BadRequestException("'note' has at most " + Turn.Feedback.LONGEST_NOTE + " characters.");
        }
        return new Turn.Feedback(verdict, note == null ? "" : note);
    }

    private static String id(JsonNode frame) {
        String id = text(frame, "id");
        if (!ID.matcher(id).matches()) {
            throw new BadRequestException("'id' has 8 to 100 letters, digits, '-' or '_'.");
        }
        return id;
    }

    private static String text(JsonNode frame, String field) {
        String value = optionalText(frame, field);
        if (value == null) {
            throw new BadRequestException("'" + field + "' is missing.");
        }
        return value;
    }

    private static @Nullable String optionalText(JsonNode frame, String field) {
        JsonNode value = frame.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new BadRequestException("'" + field + "' must be a string.");
        }
        return value.stringValue();
    }
}
