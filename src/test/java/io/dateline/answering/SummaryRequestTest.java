package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryRequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Summarise the article in two sentences. | 2  | ''             | ARTICLE
            summarize it                            | 3  | ''             | ARTICLE
            Give me a short summary of this story   | 3  | ''             | ARTICLE
            tl;dr                                   | 3  | ''             | ARTICLE
            Sum up the article about Haiti          | 3  | Haiti          | ARTICLE
            Please sum up the peace plan in 5 lines | 5  | the peace plan | NEWS
            Summarise the news about Haiti          | 3  | Haiti          | NEWS
            Tell me about the harbour               | 3  | the harbour    | NEWS
            What do you know about Haiti            | 3  | Haiti          | NEWS
            tell me more about it                   | 3  | ''             | ARTICLE
            What happened to the harbour?           | 3  | the harbour?   | NEWS
            summarise it in 200 sentences           | 10 | ''             | ARTICLE
            what is this about?                     | 3  | ''             | ARTICLE
            What's the article about?               | 3  | ''             | ARTICLE
            """)
    void readsLengthAndSubject(String question, int sentences, String subject, SummaryRequest.Scope scope) {
        assertThat(SummaryRequest.of(question)).contains(new SummaryRequest(sentences, subject, scope));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the latest on Haiti",
                "latest news about Haiti",
                "any updates on Haiti",
                "News from Haiti",
                "What's going on in Haiti"
            })
    void newsAboutSomethingBeginsWithTheNewest(String question) {
        assertThat(SummaryRequest.of(question)).contains(new SummaryRequest(3, "Haiti", SummaryRequest.Scope.LATEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who summarised the report?",
                "What is in the overview?",
                "in two sentences",
                "What happened when he left?",
                "What happened to him?"
            })
    void takesOtherQuestionsForNoSummary(String question) {
        assertThat(SummaryRequest.of(question)).isEmpty();
    }
}
