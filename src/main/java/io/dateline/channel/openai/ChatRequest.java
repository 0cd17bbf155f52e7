package io.dateline.channel.openai;

import io.dateline.answering.Exchange;
import io.dateline.answering.Question;
import io.dateline.channel.AnswerText;
import io.dateline.channel.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A checked request for a chat completion. The last message of the user is the question, what stands before it its
 * conversation. Settings for how a model samples are passed over, since nothing is sampled here.
 *
 * @param past earlier questions and their answers, oldest first; at most {@link #MOST_PAST}
 * @param stream whether the answer is sent in pieces
 * @param includeUsage whether a stream ends with a count of tokens
 */
record ChatRequest(Question question, List<Exchange> past, boolean stream, boolean includeUsage) {

    /** Older exchanges are not looked at. */
    static final int MOST_PAST = 6;

    private static final Set<String> INSTRUCTIONS = Set.of("system", "developer", "tool", "function");

    ChatRequest {
        past = List.copyOf(past);
    }

    private record Said(boolean isQuestion, String text) {}

    /** @throws OpenAiException when the request cannot be used; the message says why */
    static ChatRequest read(byte[] json, JsonMapper mapper) {
        JsonNode request = object(json, mapper);
        ModelController.requireKnown(text(request, "model"));
        if (request.path("n").asInt(1) != 1) {
            throw OpenAiException.badRequest("n", "'n' must be 1: there is one answer to a question.");
        }
        String format = request.path("response_format").path("type").asString("text");
        if (!format.equals("text")) {
            throw OpenAiException.badRequest(
                    "response_format",
                    "'response_format' must be text, got: " + format + ". Dateline writes Markdown.");
        }
        List<Said> said = said(request.path("messages"));
        if (said.isEmpty() || !said.getLast().isQuestion()) {
            throw OpenAiException.badRequest("messages", "The last message must be the user's: it is the question.");
        }
        Question question = Asked.question(
                UUID.randomUUID().toString(),
                null,
                said.getLast().text(),
                Asked.filter(optional(request, "as_of"), optional(request, "publisher"), null, null));
        return new ChatRequest(
                question,
                past(said.subList(0, said.size() - 1)),
                request.path("stream").asBoolean(false),
                request.path("stream_options").path("include_usage").asBoolean(false));
    }

    private static JsonNode object(byte[] json, JsonMapper mapper) {
        try {
            JsonNode request = mapper.readTree(json);
            if (request.isObject()) {
                return request;
            }
        } catch (JacksonException e) {
            // Said below: the parser's own message speaks of its classes.
        }
        throw OpenAiException.badRequest(null, "The body must be a JSON object.");
    }

    private static List<Said> said(JsonNode messages) {
        if (!messages.isArray() || messages.isEmpty()) {
            throw OpenAiException.badRequest("messages", "'messages' must be a list with at least one message.");
        }
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String place = "messages[" + i + "]";
            String role = messages.get(i).path("role").asString("");
            if (role.equals("user") || role.equals("assistant")) {
                said.add(new Said(role.equals("user"), content(messages.get(i).path("content"), place + ".content")));
            } else if (!INSTRUCTIONS.contains(role)) {
                throw OpenAiException.badRequest(
                        place + ".role", "'role' must be user, assistant, system or developer, got: '" + role + "'.");
            }
        }
        return said;
    }

    /** A text, or a list of parts that are texts. */
    private static String content(JsonNode content, String place) {
        if (content.isString()) {
            return content.stringValue();
        }
        if (content.isNull() || content.isMissingNode()) {
            return "";
        }
        if (!content.isArray()) {
            throw OpenAiException.badRequest(place, "'content' must be a text or a list of parts.");
        }
        return content.valueStream()
                .map(part -> {
                    JsonNode text = part.path("text");
                    if (!text.isString()) {
                        throw OpenAiException.badRequest(
                                place, "Dateline reads text alone, no pictures, files or sound.");
                    }
                    return text.stringValue();
                })
                .collect(Collectors.joining("\n"));
    }

    /** Each question with the answer that followed it; of questions in a row only the last has one. */
    private static List<Exchange> past(List<Said> said) {
        List<Exchange> past = new ArrayList<>();
        for (int i = 0; i + 1 < said.size(); i++) {
            Said question = said.get(i);
            Said answer = said.get(i + 1);
            if (question.isQuestion() && !question.text().isBlank() && !answer.isQuestion()) {
                past.add(AnswerText.exchange(question.text(), answer.text()));
            }
        }
        return past.subList(Math.max(0, past.size() - MOST_PAST), past.size());
    }

    private static String text(JsonNode request, String field) {
        String value = optional(request, field);
        if (value == null) {
            throw OpenAiException.badRequest(field, "'" + field + "' is missing.");
        }
        return value;
    }

    private static @Nullable String optional(JsonNode request, String field) {
        JsonNode value = request.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw OpenAiException.badRequest(field, "'" + field + "' must be a string.");
        }
        return value.stringValue();
    }
}
