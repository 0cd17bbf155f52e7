package io.dateline.channel.web;

import io.dateline.answering.Question;
import io.dateline.conversation.Turn;

/** What a client asks for in one text frame. */
sealed interface ClientFrame {

    /** Says who the client is, before anything else. */
    record Authenticate(String token) implements ClientFrame {}

    record Ask(Question question) implements ClientFrame {}

    record Stop(String id) implements ClientFrame {}

    /** @param after number of the last event seen, 0 for none */
    record Resume(String id, int after) implements ClientFrame {}

    record Judge(String id, Turn.Feedback feedback) implements ClientFrame {}

    /**
     * A frame that cannot be used.
     *
     * @param frame the answer, ready to be sent
     */
    record Refused(String frame) implements ClientFrame {}
}
