package io.dateline.answering;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.injector.ContentInjector;
import io.dateline.answering.ModelFault.Reason;
import io.dateline.inference.LanguageModel;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets a language model compose the answer from numbered sentences, streamed. */
final class ModelComposer {

    private static final String REFUSAL = "NOT IN THE ARCHIVE";

    /** English takes about four characters a token; see the tokenizer page of OpenAI's documentation. */
    private static final int CHARACTERS_A_TOKEN = 4;

    /** A second attempt waits a moment between these, so that many that failed together do not come back together. */
    private static final Duration SOONEST = Duration.ofMillis(100);

    private static final Duration LATEST = Duration.ofMillis(500);

    private final LanguageModel model;
    private final ContentInjector injector;
    private final ModelGate gate;
    private final int evidenceTokens;

    /** @param evidenceTokens the sentences that the model is shown have at most about so many */
    ModelComposer(LanguageModel model, ContentInjector injector, ModelGate gate, int evidenceTokens) {
        this.model = model;
        this.injector = injector;
        this.gate = gate;
        this.evidenceTokens = evidenceTokens;
    }

    String modelName() {
        return model.name();
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
     * Streams the answer to the listener and gives it back whole. A fault that may pass is tried once more, but only while nothing
     * of the answer has arrived.
     *
     * @param asOf the day that the question is asked as of; null for today
     * @param findings evidence sentences, most relevant first
     * @param factShown whether the first of them was shown as citation 1 already
     * @throws ModelFault when the model fails or is not to be asked; what was streamed before is to be replaced
     */
    Composed compose(
            String question,
            @Nullable LocalDate asOf,
            List<Finding> findings,
            boolean factShown,
            Consumer<AnswerEvent> listener)
            throws ModelFault, InterruptedException {
        List<Finding> evidence = withinBudget(findings);
        UserMessage asked = UserMessage.builder()
                .addContent(TextContent.from(question))
                .attributes(asOf == null ? Map.of() : Map.of(NumberedEvidenceInjector.AS_OF, asOf))
                .build();
        ChatMessage message =
                injector.inject(evidence.stream().map(ModelComposer::content).toList(), asked);
        gate.enter();
        boolean settled = false;
        try {
            Composed composed = attempts(message, evidence, factShown, listener);
            settled = true;
            gate.passed(composed.tokens() == null ? estimate(message, composed) : composed.tokens());
            return composed;
        } catch (ModelFault fault) {
            settled = true;
            gate.failed(fault);
            throw fault;
        } finally {
            if (!settled) {
                gate.abandoned();
            }
        }
    }

    private Composed attempts(
            ChatMessage message, List<Finding> evidence, boolean factShown, Consumer<AnswerEvent> listener)
            throws ModelFault, InterruptedException {
        StringBuilder raw = new StringBuilder();
        try {
            return attempt(message, evidence, factShown, listener, raw);
        } catch (ModelFault fault) {
            boolean isWorthAnother = raw.isEmpty()
                    && fault.reason().mayPass()
                    && fault.retryAfter().compareTo(LATEST) <= 0;
            if (!isWorthAnother) {
                throw fault;
            }
            long wait = ThreadLocalRandom.current().nextLong(SOONEST.toMillis(), LATEST.toMillis());
            Thread.sleep(Math.max(wait, fault.retryAfter().toMillis()));
            return attempt(message, evidence, factShown, listener, new StringBuilder());
        }
    }

    /** @param raw is given what the model writes */
    private Composed attempt(
            ChatMessage message,
            List<Finding> evidence,
            boolean factShown,
            Consumer<AnswerEvent> listener,
            StringBuilder raw)
            throws ModelFault, InterruptedException {
        CitedText written = new CitedText(evidence, listener);
        if (factShown) {
            written.citeFirst();
        }
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
        if (written.supported() + written.unsupported() == 0) {
            // Markers alone are no answer either.
            throw new ModelFault(Reason.EMPTY, "the model sent an answer that says nothing");
        }
        Outcome outcome = written.unsupported() > written.supported() ? Outcome.MOSTLY_UNSUPPORTED : Outcome.HOLDS;
        return new Composed(outcome, written.text(), written.citations(), tokens(response));
    }

    /** The first sentences; at least one, however long it is. */
    private List<Finding> withinBudget(List<Finding> findings) {
        List<Finding> shown = new ArrayList<>();
        int left = evidenceTokens * CHARACTERS_A_TOKEN;
        for (Finding finding : findings) {
            left -= finding.sentence().text().length();
            if (left < 0 && !shown.isEmpty()) {
                break;
            }
            shown.add(finding);
        }
        return shown;
    }

    /** For a server that does not say what an answer cost. */
    private Answer.Tokens estimate(ChatMessage message, Composed composed) {
        return tokens(
                ((UserMessage) message).singleText().length() / CHARACTERS_A_TOKEN,
                composed.text().length() / CHARACTERS_A_TOKEN);
    }

    private Answer.Tokens tokens(int input, int output) {
        return new Answer.Tokens(input, output, model.price().of(input, output));
    }

    private static Content content(Finding finding) {
        Metadata metadata = new Metadata().put("articleId", finding.evidence().articleId());
        if (finding.evidence().publisher() != null) {
            metadata.put("publisher", finding.evidence().publisher());
        }
        if (finding.evidence().publishedAt() != null) {
            metadata.put("publishedAt", finding.evidence().publishedAt().toString());
        }
        return Content.from(TextSegment.from(finding.sentence().text(), metadata));
    }

    private Answer.@Nullable Tokens tokens(ChatResponse response) {
        var usage = response.tokenUsage();
        return usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null
                ? null
                : tokens(usage.inputTokenCount(), usage.outputTokenCount());
    }
}
