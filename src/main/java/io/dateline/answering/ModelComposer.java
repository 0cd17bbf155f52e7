package io.dateline.answering;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.injector.ContentInjector;
import io.dateline.answering.AnswerEvent.CitationAdded;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.ModelStream.ModelFault;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a language model compose the answer from numbered sentences, streamed. */
final class ModelComposer {

    private static final String REFUSAL = "NOT IN THE ARCHIVE";
    private static final int MOST_SENTENCES = 40;

    private final StreamingChatModel model;
    private final ContentInjector injector;

    ModelComposer(StreamingChatModel model, ContentInjector injector) {
        this.model = model;
        this.injector = injector;
    }

    String modelName() {
        String name = model.defaultRequestParameters().modelName();
        return name == null ? "language model" : name;
    }

    /**
     * What the model wrote.
     *
     * @param refused the model found no answer in the evidence; the text is empty then
     */
    record Composed(String text, List<Citation> citations, boolean refused, Answer.@Nullable Tokens tokens) {}

    /**
     * Streams the answer to the listener and gives it back whole.
     *
     * @param findings evidence sentences, most relevant first
     * @param factShown whether the first of them was shown as citation 1 already
     * @throws ModelFault when the model fails; what was streamed before is to be replaced
     */
    Composed compose(String question, List<Finding> findings, boolean factShown, Consumer<AnswerEvent> listener)
            throws ModelFault, InterruptedException {
        List<Finding> evidence = findings.stream().limit(MOST_SENTENCES).toList();
        ChatMessage message =
                injector.inject(evidence.stream().map(ModelComposer::content).toList(), UserMessage.from(question));
        CitationMarkers markers = new CitationMarkers(evidence);
        if (factShown) {
            markers.citeFirst();
        }
        StringBuilder raw = new StringBuilder();
        StringBuilder text = new StringBuilder();
        ChatResponse response = ModelStream.open(model, message).drain(delta -> {
            raw.append(delta);
            if (!REFUSAL.startsWith(raw.toString().strip())) {
                emit(markers.read(delta.length() == raw.length() ? delta : held(raw, text, delta)), text, listener);
            }
        });
        if (raw.toString().strip().startsWith(REFUSAL)) {
            return new Composed("", List.of(), true, tokens(response));
        }
        emit(markers.end(), text, listener);
        if (text.toString().isBlank()) {
            throw new ModelFault("the model sent an empty answer");
        }
        return new Composed(text.toString(), markers.citations(), false, tokens(response));
    }

    /** While the text could still become a refusal nothing was shown; then all of it is due at once. */
    private static String held(StringBuilder raw, StringBuilder shown, String delta) {
        return shown.isEmpty() ? raw.toString() : delta;
    }

    private static void emit(CitationMarkers.Piece piece, StringBuilder text, Consumer<AnswerEvent> listener) {
        if (!piece.text().isEmpty()) {
            text.append(piece.text());
            listener.accept(new TextAdded(piece.text()));
        }
        piece.added().forEach(citation -> listener.accept(new CitationAdded(citation)));
    }

    private static Content content(Finding finding) {
        Metadata metadata = new Metadata().put("articleId", finding.evidence().articleId());
        if (finding.evidence().publishedAt() != null) {
            metadata.put("publishedAt", finding.evidence().publishedAt().toString());
        }
        return Content.from(TextSegment.from(finding.sentence().text(), metadata));
    }

    private static Answer.@Nullable Tokens tokens(ChatResponse response) {
        var usage = response.tokenUsage();
        return usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null
                ? null
                : new Answer.Tokens(usage.inputTokenCount(), usage.outputTokenCount());
    }
}
