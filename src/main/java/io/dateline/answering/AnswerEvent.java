package io.dateline.answering;

import java.util.List;

/** What happens while a question is answered, in this order. Exactly one {@link Terminal} event comes, and it is the last. */
public sealed interface AnswerEvent {

    /** @param conversation the conversation the question belongs to, new or continued */
    record Accepted(String conversation) implements AnswerEvent {}

    /** @param question the question as it was searched, when that differs from what was typed */
    record Rewritten(String question) implements AnswerEvent {}

    /**
     * @param passages how many passages of the sources are going to be read, at least as many as there are sources
     * @param tookMs milliseconds since the question was accepted
     */
    record SourcesFound(List<Source> sources, int passages, long tookMs) implements AnswerEvent {
        public SourcesFound {
            sources = List.copyOf(sources);
        }
    }

    record FactFound(Fact fact) implements AnswerEvent {}

    /** @param delta the next piece of the answer's text */
    record TextAdded(String delta) implements AnswerEvent {}

    /** Comes after the text that carries its marker began to arrive. */
    record CitationAdded(Citation citation) implements AnswerEvent {}

    /** Ends a question. */
    sealed interface Terminal extends AnswerEvent {}

    record Completed(Answer answer) implements Terminal {}

    /** The person who asked stopped it. */
    record Stopped() implements Terminal {}

    /**
     * @param code one of {@code bad_request}, {@code unknown_id}, {@code unknown_conversation}, {@code id_taken}, {@code overloaded}, {@code rate_limited}, {@code unauthorized}, {@code interrupted}, {@code internal}
     * @param message safe to show: a sentence that names no internals
     */
    record Failed(String code, String message, boolean retryable) implements Terminal {}
}
