package io.dateline.channel.openai;

import io.dateline.answering.Answer;
import io.dateline.channel.AnswerText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of one chat completion, whole or in chunks.
 *
 * @param id the same in all its chunks
 * @param hasUsageChunk whether a chunk with the usage comes last; all others then have an empty one
 */
record Completion(JsonMapper mapper, String id, Instant created, boolean hasUsageChunk) {

    ObjectNode whole(AnswerText text, Answer answer) {
        ObjectNode completion = envelope("chat.completion");
        ObjectNode choice = choice(completion, "stop");
        ObjectNode message = choice.putObject("message");
        message.put("role", "assistant").put("content", text.text()).putNull("refusal");
        message.set("annotations", annotations(text.annotations()));
        completion.set("usage", usage(answer));
        return completion;
    }

    ObjectNode firstChunk() {
        ObjectNode chunk = emptyChunk();
        choice(chunk, null).putObject("delta").put("role", "assistant").put("content", "");
        return chunk;
    }

    ObjectNode chunk(String delta) {
        ObjectNode chunk = emptyChunk();
        choice(chunk, null).putObject("delta").put("content", delta);
        return chunk;
    }

    ObjectNode lastChunk(List<AnswerText.Annotation> annotations) {
        ObjectNode chunk = emptyChunk();
        ObjectNode delta = choice(chunk, "stop").putObject("delta");
        if (!annotations.isEmpty()) {
            delta.set("annotations", annotations(annotations));
        }
        return chunk;
    }

    ObjectNode usageChunk(Answer answer) {
        ObjectNode chunk = emptyChunk();
        chunk.putArray("choices");
        chunk.set("usage", usage(answer));
        return chunk;
    }

    private ObjectNode emptyChunk() {
        ObjectNode chunk = envelope("chat.completion.chunk");
        if (hasUsageChunk) {
            chunk.putNull("usage");
        }
        return chunk;
    }

    private ObjectNode envelope(String object) {
        return mapper.createObjectNode()
                .put("id", id)
                .put("object", object)
                .put("created", created.getEpochSecond())
                .put("model", ModelController.NAME);
    }

    private static ObjectNode choice(ObjectNode completion, @Nullable String finishReason) {
        return completion
                .putArray("choices")
                .addObject()
                .put("index", 0)
                .putNull("logprobs")
                .put("finish_reason", finishReason);
    }

    private ArrayNode annotations(List<AnswerText.Annotation> annotations) {
        ArrayNode all = mapper.createArrayNode();
        for (AnswerText.Annotation annotation : annotations) {
            all.addObject()
                    .put("type", "url_citation")
                    .putObject("url_citation")
                    .put("start_index", annotation.start())
                    .put("end_index", annotation.end())
                    .put("url", annotation.url())
                    .put("title", annotation.title());
        }
        return all;
    }

    /** Tokens of the language model; none were spent when the articles were quoted. */
    private ObjectNode usage(Answer answer) {
        Answer.Tokens tokens = answer.tokens() == null ? new Answer.Tokens(0, 0, null) : answer.tokens();
        return mapper.createObjectNode()
                .put("prompt_tokens", tokens.input())
                .put("completion_tokens", tokens.output())
                .put("total_tokens", tokens.input() + tokens.output());
    }
}
