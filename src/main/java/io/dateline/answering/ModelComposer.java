package io.dateline.answering;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.injector.ContentInjector;
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
    private final StatementCheck check;

    ModelComposer(StreamingChatModel model, ContentInjector injector, StatementCheck check) {
        this.model = model;
        this.injector = injector;
        this.check = check;
    }

    String modelName() {
        String name = model.defaultRequestParameters().modelName();
        return name == null ? "language model" : name;
    }

    /**
     * What the model wrote.
     *
     * @param outcome what may be made of it
     * @param text empty if the model refused
     */
    record Composed(Outcome outcome, String text, List<Citation> citations, Answer.@Nullable Tokens tokens) {}

    enum Outcome {
        /** At least half of its statements stand in the sentences they cite; the others are marked. */
        HOLDS,
        /** Most of its statements do not; what was streamed is to be replaced. */
        MOSTLY_UNSUPPORTED,
        /** The model found no answer in the evidence. */
        REFUSED
    }

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
        CitedText written = new CitedText(evidence, check, listener);
        if (factShown) {
            written.citeFirst();
        }
        StringBuilder raw = new StringBuilder();
        StringBuilder held = new StringBuilder();
        ChatResponse response = ModelStream.open(model, message).drain(delta -> {
            raw.append(delta);
            held.append(delta);
            if (!REFUSAL.startsWith(raw.toString().strip())) {
                written.read(held.toString());
                held.setLength(0);
            }
        });
        if (raw.toString().strip().startsWith(REFUSAL)) {
            return new Composed(Outcome.REFUSED, "", List.of(), tokens(response));
        }
        written.read(held.toString());
        written.end();
        if (written.text().isBlank()) {
            throw new ModelFault("the model sent an empty answer");
        }
        Outcome outcome = written.unsupported() > written.supported() ? Outcome.MOSTLY_UNSUPPORTED : Outcome.HOLDS;
        return new Composed(outcome, written.text(), written.citations(), tokens(response));
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
