package io.dateline.answering;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import io.dateline.answering.ModelFault.Reason;
import io.dateline.inference.LanguageModel;
import io.dateline.inference.ModelLimits;
import io.dateline.inference.Upstream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a language model as it arrives. The client's callbacks only hand pieces over; the thread that asked drains them and
 * keeps the limits, so that a stalled model ends in time whether or not the client reports it.
 */
final class ModelStream implements StreamingChatResponseHandler {

    /** Pieces not yet drained; an answer of 600 tokens never fills it unless the drain has stopped. */
    private static final int MOST_PIECES = 4_096;

    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(MOST_PIECES);
    private final AtomicReference<@Nullable StreamingHandle> handle = new AtomicReference<>();
    private final ModelLimits limits;
    private final long began = System.nanoTime();
    private volatile @Nullable Upstream upstream;
    private volatile boolean closed;

    private ModelStream(ModelLimits limits) {
        this.limits = limits;
    }

    static ModelStream open(LanguageModel model, ChatMessage message) throws ModelFault {
        ModelStream stream = new ModelStream(model.limits());
        try {
            stream.upstream = Upstream.of(() ->
                    model.chat().chat(ChatRequest.builder().messages(message).build(), stream));
        } catch (RuntimeException e) {
            throw ModelFault.of(e);
        }
        return stream;
    }

    private sealed interface Piece {
        record Text(String delta) implements Piece {}

        record End(ChatResponse response) implements Piece {}

        record Fault(Throwable cause) implements Piece {}
    }

    /** Hands each piece of text to the consumer, on the calling thread, until the answer ends. */
    ChatResponse drain(Consumer<String> consumer) throws ModelFault, InterruptedException {
        long deadline = began + limits.total().toNanos();
        long patience = limits.firstToken().toNanos();
        try {
            while (true) {
                long left = Math.min(patience, deadline - System.nanoTime());
                Piece piece = pieces.poll(left, TimeUnit.NANOSECONDS);
                switch (piece) {
                    case null ->
                        throw new ModelFault(
                                Reason.TOO_SLOW,
                                "the model sent nothing for " + TimeUnit.NANOSECONDS.toMillis(left) + " ms");
                    case Piece.Text text -> consumer.accept(text.delta());
                    case Piece.Fault fault -> throw ModelFault.of(fault.cause());
                    case Piece.End end -> {
                        if (end.response().finishReason() == null) {
                            throw new ModelFault(Reason.BROKE_OFF, "the model's stream ended in the middle");
                        }
                        return end.response();
                    }
                }
                patience = limits.gap().toNanos();
            }
        } finally {
            close();
        }
    }

    /** Ends the request upstream; what still arrives is dropped. */
    private void close() {
        closed = true;
        StreamingHandle atToken = handle.get();
        if (atToken != null && !atToken.isCancelled()) {
            atToken.cancel();
        }
        Upstream requests = upstream;
        if (requests != null) {
            requests.close();
        }
    }

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
        handle.set(context.streamingHandle());
        if (closed) {
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
        if (!closed && !pieces.offer(piece)) {
            closed = true;
        }
    }
}
