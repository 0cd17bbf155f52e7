package io.dateline.answering;

import io.dateline.answering.Answer.Status;
import io.dateline.answering.AnswerEvent.FactFound;
import io.dateline.answering.AnswerEvent.SourcesFound;
import io.dateline.answering.AnswerEvent.TextAdded;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer in the making; it tells the listener what it is told. Not thread-safe. */
final class Draft {

    private final Consumer<AnswerEvent> listener;
    private final Timings timings = new Timings();
    private List<Source> sources = List.of();
    private @Nullable Fact fact;

    Draft(Consumer<AnswerEvent> listener) {
        this.listener = listener;
    }

    Consumer<AnswerEvent> listener() {
        return listener;
    }

    boolean hasFact() {
        return fact != null;
    }

    /** Ends a stage, see {@link Timings#lap}. */
    void lap(String stage) {
        timings.lap(stage);
    }

    void sources(List<Source> found, int passages) {
        sources = found;
        timings.lap("retrieve");
        listener.accept(new SourcesFound(found, passages, timings.sinceStartMs()));
    }

    void fact(Fact found) {
        fact = found;
        listener.accept(new FactFound(found));
    }

    /** Ends with a text that cites nothing. */
    Answer say(Status status, String text) {
        listener.accept(new TextAdded(text));
        return new Answer(
                status, text, null, List.of(), sources, List.of(), Answer.READER, timings.total(), null, null);
    }

    Answer finish(
            String text,
            List<Citation> citations,
            List<String> followUps,
            String mode,
            Answer.@Nullable Tokens tokens,
            @Nullable String notice) {
        return new Answer(
                Status.ANSWERED, text, fact, citations, sources, followUps, mode, timings.total(), tokens, notice);
    }
}
