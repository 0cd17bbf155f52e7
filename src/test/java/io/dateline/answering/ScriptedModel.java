package io.dateline.answering;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.FinishReason;
import io.dateline.inference.LanguageModel;
import io.dateline.inference.ModelLimits;
import io.dateline.inference.ModelPrice;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;

/** A language model that says what a test has it say, on 24 November 2026. */
final class ScriptedModel {

    private static final ModelPrice PRICE = new ModelPrice(new BigDecimal("1"), new BigDecimal("2"), "€");

    private static final ModelLimits LIMITS = new ModelLimits(
            Duration.ofSeconds(3), Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(90));

    private ScriptedModel() {}

    static ModelComposer composer(BiConsumer<ChatRequest, StreamingChatResponseHandler> script) {
        StreamingChatModel model = new StreamingChatModel() {
            @Override
            public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
                script.accept(request, handler);
            }
        };
        Prompt prompt =
                Prompt.load(NumberedEvidenceInjector.PROMPT, Path.of("prompts"), NumberedEvidenceInjector.PLACEHOLDERS);
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
        return new ModelComposer(
                new LanguageModel(
                        "openai",
                        "scripted",
                        URI.create("http://127.0.0.1/v1"),
                        model,
                        LIMITS,
                        PRICE,
                        List::<String>of),
                new NumberedEvidenceInjector(prompt, clock),
                new ModelGate(new ModelAllowance(100, 100_000, clock), clock),
                2_000);
    }

    static BiConsumer<ChatRequest, StreamingChatResponseHandler> saying(String... deltas) {
        return (request, handler) -> {
            for (String delta : deltas) {
                handler.onPartialResponse(new PartialResponse(delta), new PartialResponseContext(new Handle()));
            }
            handler.onCompleteResponse(ChatResponse.builder()
                    .aiMessage(AiMessage.from(String.join("", deltas)))
                    .finishReason(FinishReason.STOP)
                    .build());
        };
    }

    static final class Handle implements StreamingHandle {
        private boolean cancelled;

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
