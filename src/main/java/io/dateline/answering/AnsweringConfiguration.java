package io.dateline.answering;

import dev.langchain4j.rag.content.aggregator.DefaultContentAggregator;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.index.ArticleIndex;
import io.dateline.inference.Embeddings;
import io.dateline.inference.LanguageModel;
import io.dateline.inference.SpanReader;
import io.dateline.retrieval.PassageContentRetriever;
import io.dateline.retrieval.Retriever;
import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AnsweringConfiguration {

    @Bean
    QuestionMaker questionMaker(SentenceSplitter splitter) {
        return new QuestionMaker(splitter);
    }

    @Bean
    AnswerChain answerChain(
            AnsweringProperties properties,
            ArticleIndex index,
            Retriever retriever,
            SentenceSplitter splitter,
            Embeddings embeddings,
            SpanReader spanReader,
            QuestionMaker maker,
            ObjectProvider<LanguageModel> model) {
        QuotingComposer quoting = new QuotingComposer();
        FollowUps followUps = new FollowUps(index, maker);
        SentenceReader sentences = new SentenceReader(embeddings);
        return new AnswerChain(
                new SmallTalk(index),
                new FollowUpTransformer(),
                new PassageContentRetriever(retriever, properties.passages(), AnswerChain::filterOf),
                new DefaultContentAggregator(),
                splitter,
                new TimelyReader(new QuotedWordsReader(
                        new SpeechReader(new DescribingReader(new NewsOfTheDayReader(new CoveringReader(
                                new IncumbentReader(new SpanAnswerReader(spanReader)),
                                new YesNoReader(spanReader, sentences),
                                sentences)))))),
                properties.threshold(),
                new ShortAnswers(index),
                new AnswerComposer(quoting, composer(model.getIfAvailable(), properties), followUps),
                new ArticleSummaries(index, new Summariser(splitter), quoting, followUps));
    }

    @Bean
    SuggestedQuestions suggestedQuestions(ArticleIndex index, QuestionMaker maker, AnswerChain chain) {
        return new ProvenQuestions(index, maker, chain.withoutModel());
    }

    private static @Nullable ModelComposer composer(@Nullable LanguageModel model, AnsweringProperties properties) {
        Prompt prompt = Prompt.load(
                NumberedEvidenceInjector.PROMPT, properties.prompts(), NumberedEvidenceInjector.PLACEHOLDERS);
        if (model == null) {
            return null;
        }
        Clock clock = Clock.system(ZoneId.systemDefault());
        ModelAllowance allowance =
                new ModelAllowance(properties.modelQuestionsPerMinute(), properties.modelTokensPerDay(), clock);
        return new ModelComposer(
                model,
                new NumberedEvidenceInjector(prompt, clock),
                new ModelGate(allowance, clock),
                properties.modelEvidenceTokens());
    }
}
