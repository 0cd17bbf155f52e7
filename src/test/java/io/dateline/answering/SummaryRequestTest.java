package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryRequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Summarise the article in two sentences. | 2  | ''
            summarize it                            | 3  | ''
            Give me a short summary of this story   | 3  | ''
            tl;dr                                   | 3  | ''
            Please sum up the peace plan in 5 lines | 5  | the peace plan
            summarise it in 200 sentences           | 10 | ''
            what is this about?                     | 3  | ''
            What's the article about?               | 3  | ''
            """)
    void readsLengthAndSubject(String question, int sentences, String subject) {
        assertThat(SummaryRequest.of(question)).contains(new SummaryRequest(sentences, subject, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the latest on Haiti",
                "latest news about Haiti",
                "any updates on Haiti",
                "News from Haiti"
            })
    void newsAboutSomethingIsItsNewestArticle(String question) {
        assertThat(SummaryRequest.of(question)).contains(new SummaryRequest(3, "Haiti", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who summarised the report?", "What is in the overview?", "in two sentences"})
    void takesOtherQuestionsForNoSummary(String question) {
        assertThat(SummaryRequest.of(question)).isEmpty();
    }
}
