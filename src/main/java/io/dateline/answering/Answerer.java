package io.dateline.answering;

import java.util.List;
import java.util.function.Consumer;

/** Answers questions. Thread-safe. */
@FunctionalInterface
public interface Answerer {

    /**
     * Answers the question and tells the listener of each step on the way; the listener gets neither {@code Accepted} nor a
     * terminal event, these belong to the caller.
     *
     * @param past earlier exchanges of the conversation, oldest first
     * @throws InterruptedException when the calling thread was interrupted, which is how an answer is stopped
     */
    Answer answer(Question question, List<Exchange> past, Consumer<AnswerEvent> listener) throws InterruptedException;
}
