package io.dateline.answering;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ContentAggregator;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.transformer.QueryTransformer;
import io.dateline.answering.Answer.Status;
import io.dateline.answering.AnswerEvent.Rewritten;
import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.index.Filter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from a question to a cited answer, assembled from LangChain4j's stages of retrieval-augmented generation. They run one
 * after the other, so that each can tell what it found: understand, retrieve, read, compose.
 */
final class AnswerChain implements Answerer {

    /** The invocation parameter that carries the question's filter through LangChain4j's stages. */
    private static final String FILTER = "filter";

    private static final Logger log = LoggerFactory.getLogger(AnswerChain.class);

    private final SmallTalk smallTalk;
    private final QueryTransformer transformer;
    private final ContentRetriever retriever;
    private final ContentAggregator aggregator;
    private final SentenceSplitter splitter;
    private final AnswerReader reader;
    private final double threshold;
    private final ShortAnswers shortAnswers;
    private final QuotingComposer quoting;
    private final @Nullable ModelComposer model;
    private final ArticleSummaries summaries;
    private final FollowUps followUps;

    AnswerChain(
            SmallTalk smallTalk,
            QueryTransformer transformer,
            ContentRetriever retriever,
            ContentAggregator aggregator,
            SentenceSplitter splitter,
            AnswerReader reader,
            double threshold,
            ShortAnswers shortAnswers,
            QuotingComposer quoting,
            @Nullable ModelComposer model,
            ArticleSummaries summaries,
            FollowUps followUps) {
        this.smallTalk = smallTalk;
        this.transformer = transformer;
        this.retriever = retriever;
        this.aggregator = aggregator;
        this.splitter = splitter;
        this.reader = reader;
        this.threshold = threshold;
        this.shortAnswers = shortAnswers;
        this.quoting = quoting;
        this.model = model;
        this.summaries = summaries;
        this.followUps = followUps;
    }

    @Override
    public Answer answer(Question question, List<Exchange> past, Consumer<AnswerEvent> listener)
            throws InterruptedException {
        Draft draft = new Draft(listener);

        // 1. understand
        Optional<String> reply = smallTalk.reply(question.text());
        if (reply.isPresent()) {
            return draft.say(Status.CHAT, reply.get());
        }
        Query query = understand(question, past);
        if (!query.text().equals(question.text())) {
            listener.accept(new Rewritten(query.text()));
        }
        Optional<SummaryRequest> summary = SummaryRequest.of(query.text());
        QuestionAnalysis asked = QuestionAnalysis.of(
                summary.map(SummaryRequest::subject).filter(s -> !s.isEmpty()).orElse(query.text()));
        draft.lap("rewrite");
        if (summary.isEmpty() && asked.terms().isEmpty()) {
            return draft.say(
                    Status.DECLINED, "There is no word in this to look for. Name a person, a place or a thing.");
        }

        // 2. retrieve
        List<Evidence> evidence = retrieve(Query.from(asked.text(), query.metadata()));
        checkpoint();
        if (summary.isPresent()) {
            return summaries.answer(summary.get(), evidence, past, draft);
        }
        draft.sources(Sources.of(evidence, asked), evidence.size());

        // 3. read
        Reading reading = reader.read(asked, evidence);
        draft.lap("read");
        checkpoint();
        boolean found = reading.confidence() >= threshold && !reading.findings().isEmpty();
        if (!found && (model == null || reading.findings().isEmpty())) {
            return draft.say(Status.NOT_FOUND, Refusal.of(asked, evidence));
        }
        if (found) {
            shortAnswers.of(asked, reading).ifPresent(draft::fact);
        }

        // 4. compose
        return compose(asked, past, filterOf(query).asOf(), evidence, reading, found, draft);
    }

    /** The same, which quotes even where a language model is connected. */
    AnswerChain withoutModel() {
        return new AnswerChain(
                smallTalk,
                transformer,
                retriever,
                aggregator,
                splitter,
                reader,
                threshold,
                shortAnswers,
                quoting,
                null,
                summaries,
                followUps);
    }

    private Query understand(Question question, List<Exchange> past) {
        List<ChatMessage> memory = new ArrayList<>();
        for (Exchange exchange : past) {
            // "And when was that?" behind a "thanks" means the question before it.
            if (!exchange.isAboutArticles()) {
                continue;
            }
            Fact fact = exchange.answer().fact();
            memory.add(UserMessage.from(exchange.standalone()));
            memory.add(AiMessage.from(fact == null ? exchange.answer().text() : fact.text()));
        }
        Metadata metadata = Metadata.builder()
                .chatMessage(UserMessage.from(question.text()))
                .chatMemory(memory)
                .invocationContext(InvocationContext.builder()
                        .invocationParameters(InvocationParameters.from(FILTER, question.filter()))
                        .build())
                .build();
        Query asked = Query.from(question.text(), metadata);
        Query standalone = transformer.transform(asked).iterator().next();
        return standalone.text().length() <= Question.LONGEST ? standalone : asked;
    }

    static Filter filterOf(Query query) {
        return query.metadata().invocationParameters().getOrDefault(FILTER, Filter.NONE);
    }

    private List<Evidence> retrieve(Query query) {
        List<Content> candidates = retriever.retrieve(query);
        return aggregator.aggregate(Map.of(query, List.of(candidates))).stream()
                .map(content -> Evidence.of(content, splitter))
                .toList();
    }

    private Answer compose(
            QuestionAnalysis asked,
            List<Exchange> past,
            @Nullable LocalDate asOf,
            List<Evidence> evidence,
            Reading reading,
            boolean found,
            Draft draft)
            throws InterruptedException {
        String notice = null;
        if (model != null) {
            try {
                ModelComposer.Composed composed = model.compose(
                        asked.text(),
                        asOf,
                        QuotableSentences.of(reading.findings(), evidence),
                        draft.hasFact(),
                        draft.listener());
                draft.lap("compose");
                switch (composed.outcome()) {
                    case HOLDS -> {
                        return draft.finish(
                                composed.text(),
                                composed.citations(),
                                followUps.after(asked.text(), past, composed.citations()),
                                model.modelName(),
                                composed.tokens(),
                                null);
                    }
                    case REFUSED -> {
                        return draft.say(Status.NOT_FOUND, Refusal.of(asked, evidence));
                    }
                    case MOSTLY_UNSUPPORTED ->
                        notice =
                                "Most of what the language model wrote does not stand in the articles, so this quotes them.";
                }
            } catch (ModelFault fault) {
                log.warn("The language model did not answer, the articles are quoted instead: {}", fault.toString());
                notice = fault.reason().notice();
            }
        }
        if (!found) {
            return draft.say(Status.NOT_FOUND, Refusal.of(asked, evidence));
        }
        QuotingComposer.Composed composed = quoting.quote(reading.findings(), draft.listener());
        draft.lap("compose");
        return draft.finish(
                composed.text(),
                composed.citations(),
                followUps.after(asked.text(), past, composed.citations()),
                Draft.READER,
                null,
                notice);
    }

    private static void checkpoint() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped");
        }
    }
}
