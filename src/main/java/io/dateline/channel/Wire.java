package io.dateline.channel;

import io.dateline.answering.AnswerEvent;
import io.dateline.desk.AnswerLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes answer events as the frames that all channels send; equal events give equal bytes. Thread-safe. */
@Component
public final class Wire {

    private final JsonMapper mapper;

    Wire(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The frame of an event in the stream of the question with this id. */
    public String frame(String id, AnswerLog.Entry entry) {
        return frame(id, entry.seq(), entry.event());
    }

    /**
     * @param id null in answer to something that named no question
     * @param seq 0 when the frame is not part of a question's stream
     */
    public String frame(@Nullable String id, int seq, AnswerEvent event) {
        ObjectNode frame = mapper.createObjectNode();
        frame.put("id", id).put("seq", seq).put("type", type(event));
        frame.setAll(mapper.<ObjectNode>valueToTree(body(event)));
        return mapper.writeValueAsString(frame);
    }

    /** A frame that is no event: its type alone, about no question. */
    public String notice(String type) {
        return mapper.writeValueAsString(
                mapper.createObjectNode().putNull("id").put("seq", 0).put("type", type));
    }

    /** The name of the event on the wire. */
    public static String type(AnswerEvent event) {
        return switch (event) {
            case AnswerEvent.Accepted e -> "accepted";
            case AnswerEvent.Rewritten e -> "rewritten";
            case AnswerEvent.SourcesFound e -> "sources";
            case AnswerEvent.FactFound e -> "fact";
            case AnswerEvent.TextAdded e -> "text";
            case AnswerEvent.CitationAdded e -> "citation";
            case AnswerEvent.Completed e -> "completed";
            case AnswerEvent.Stopped e -> "stopped";
            case AnswerEvent.Failed e -> "failed";
        };
    }

    private static Object body(AnswerEvent event) {
        return switch (event) {
            case AnswerEvent.FactFound e -> e.fact();
            case AnswerEvent.CitationAdded e -> e.citation();
            case AnswerEvent.Completed e -> e.answer();
            case AnswerEvent.Accepted e -> e;
            case AnswerEvent.Rewritten e -> e;
            case AnswerEvent.SourcesFound e -> e;
            case AnswerEvent.TextAdded e -> e;
            case AnswerEvent.Stopped e -> e;
            case AnswerEvent.Failed e -> e;
        };
    }
}
