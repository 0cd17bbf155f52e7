package io.dateline.answering;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a language model as it arrives. The client's callbacks come on a shared pool and only hand pieces over; the thread
 * that asked drains them and keeps the limits, so that a stalled model ends in time whether or not the client reports it.
 */
final class ModelStream implements StreamingChatResponseHandler {

    private static final Duration FIRST_TOKEN = Duration.ofSeconds(15);
    private static final Duration GAP = Duration.ofSeconds(10);
    private static final Duration TOTAL = Duration.ofSeconds(90);

    /** Pieces not yet drained; an answer of 600 tokens never fills it unless the drain has stopped. */
    private static final int MOST_PIECES = 4_096;

    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(MOST_PIECES);
    private final AtomicReference<@Nullable StreamingHandle> upstream = new AtomicReference<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    private ModelStream() {}

    static ModelStream open(StreamingChatModel model, ChatMessage message) throws ModelFault {
        ModelStream stream = new ModelStream();
        try {
            model.chat(ChatRequest.builder().messages(message).build(), stream);
        } catch (RuntimeException e) {
            throw new ModelFault("the model could not be asked", e);
        }
        return stream;
    }

    /** The model did not give a whole answer. The message is safe to log, not to show. */
    static final class ModelFault extends Exception {
        ModelFault(String message) {
            super(message);
        }

        ModelFault(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private sealed interface Piece {
        record Text(String delta) implements Piece {}

        record End(ChatResponse response) implements Piece {}

        record Fault(Throwable cause) implements Piece {}
    }

    /** Hands each piece of text to the consumer, on the calling thread, until the answer ends. */
    ChatResponse drain(Consumer<String> consumer) throws ModelFault, InterruptedException {
        long deadline = System.nanoTime() + TOTAL.toNanos();
        long patience = FIRST_TOKEN.toNanos();
        try {
            while (true) {
                long left = Math.min(patience, deadline - System.nanoTime());
                Piece piece = pieces.poll(left, TimeUnit.NANOSECONDS);
                switch (piece) {
                    case null ->
                        throw new ModelFault(
                                "the model sent nothing for " + TimeUnit.NANOSECONDS.toMillis(left) + " ms");
                    case Piece.Text text -> consumer.accept(text.delta());
                    case Piece.Fault fault -> throw new ModelFault("the model failed", fault.cause());
                    case Piece.End end -> {
                        if (end.response().finishReason() == null) {
                            throw new ModelFault("the model's stream ended in the middle");
                        }
                        return end.response();
                    }
                }
                patience = GAP.toNanos();
            }
        } finally {
            close();
        }
    }

    /** Ends the request upstream; what still arrives is dropped. */
    private void close() {
        closed.set(true);
        StreamingHandle handle = upstream.get();
        if (handle != null && !handle.isCancelled()) {
            handle.cancel();
        }
    }

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
        upstream.set(context.streamingHandle());
        if (closed.get()) {
            context.streamingHandle().cancel();
        } else {
            offer(new Piece.Text(partial.text()));
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        offer(new Piece.End(response));
    }

    @Override
    public void onError(Throwable error) {
        offer(new Piece.Fault(error));
    }

    private void offer(Piece piece) {
        if (!closed.get() && !pieces.offer(piece)) {
            closed.set(true);
        }
    }
}
