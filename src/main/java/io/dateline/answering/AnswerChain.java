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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The way from a question to a cited answer, assembled from LangChain4j's stages of retrieval-augmented generation. They run one
 * after the other, so that each can tell what it found: understand, retrieve, read, compose.
 */
final class AnswerChain implements Answerer {

    /** The invocation parameter that carries the question's filter through LangChain4j's stages. */
    private static final String FILTER = "filter";

    private final SmallTalk smallTalk;
    private final QueryTransformer transformer;
    private final ContentRetriever retriever;
    private final ContentAggregator aggregator;
    private final SentenceSplitter splitter;
    private final AnswerReader reader;
    private final double threshold;
    private final ShortAnswers shortAnswers;
    private final AnswerComposer composer;
    private final ArticleSummaries summaries;

    AnswerChain(
            SmallTalk smallTalk,
            QueryTransformer transformer,
            ContentRetriever retriever,
            ContentAggregator aggregator,
            SentenceSplitter splitter,
            AnswerReader reader,
            double threshold,
            ShortAnswers shortAnswers,
            AnswerComposer composer,
            ArticleSummaries summaries) {
        this.smallTalk = smallTalk;
        this.transformer = transformer;
        this.retriever = retriever;
        this.aggregator = aggregator;
        this.splitter = splitter;
        this.reader = reader;
        this.threshold = threshold;
        this.shortAnswers = shortAnswers;
        this.composer = composer;
        this.summaries = summaries;
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
        Query words = Query.from(asked.text(), query.metadata());
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        Optional<Read> lately = summary.isEmpty() && asked.office() != null
                ? RecentEvidence.ofTheLastYears(filterOf(query), today)
                        .map(filter -> read(asked, withFilter(words, filter)))
                        .filter(read -> isFound(read.reading()))
                : Optional.empty();
        List<Evidence> evidence = lately.map(Read::evidence)
                .or(() -> summary.filter(wish -> wish.scope() == SummaryRequest.Scope.LATEST)
                        .map(wish -> RecentEvidence.about(
                                wish, filterOf(query), today, filter -> retrieve(withFilter(words, filter)))))
                .orElseGet(() -> retrieve(words));
        checkpoint();
        if (summary.isPresent()) {
            return summaries.answer(summary.get(), evidence, past, draft);
        }
        draft.sources(Sources.of(evidence, asked), evidence.size());

        // 3. read
        Reading reading = lately.map(Read::reading).orElseGet(() -> reader.read(asked, evidence));
        draft.lap("read");
        checkpoint();
        boolean found = isFound(reading);
        if (found) {
            shortAnswers.of(asked, reading).ifPresent(draft::fact);
        }

        // 4. compose
        return composer.compose(
                new AnswerComposer.Material(asked, past, filterOf(query).asOf(), evidence, reading, found), draft);
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
                composer.withoutModel(),
                summaries);
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
        Metadata metadata = metadata(UserMessage.from(question.text()), memory, question.filter());
        Query asked = Query.from(question.text(), metadata);
        Query standalone = transformer.transform(asked).iterator().next();
        return standalone.text().length() <= Question.LONGEST ? standalone : asked;
    }

    private static Query withFilter(Query query, Filter filter) {
        Metadata metadata = query.metadata();
        return Query.from(query.text(), metadata(metadata.chatMessage(), metadata.chatMemory(), filter));
    }

    private static Metadata metadata(ChatMessage message, List<ChatMessage> memory, Filter filter) {
        return Metadata.builder()
                .chatMessage(message)
                .chatMemory(memory)
                .invocationContext(InvocationContext.builder()
                        .invocationParameters(InvocationParameters.from(FILTER, filter))
                        .build())
                .build();
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

    /** Who holds an office now is read before it is known whether the newest articles tell. */
    private record Read(List<Evidence> evidence, Reading reading) {}

    private Read read(QuestionAnalysis asked, Query query) {
        List<Evidence> evidence = retrieve(query);
        return new Read(evidence, reader.read(asked, evidence));
    }

    private boolean isFound(Reading reading) {
        return reading.confidence() >= threshold && !reading.findings().isEmpty();
    }

    private static void checkpoint() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped");
        }
    }
}
