package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTransformerTest {

    private final FollowUpTransformer transformer = new FollowUpTransformer();

    @ParameterizedTest(name = "{2} after “{0}” is “{3}”")
    @CsvSource(delimiter = '|', textBlock = """
            Where did the talks take place?                    | Beijing              | And when was that?            | When did the talks take place?
            Where did the talks take place?                    | Beijing              | when                          | When did the talks take place?
            Why is Lukashenko isolated?                        | sanctions            | since when?                   | Since when is Lukashenko isolated?
            Who did Xi Jinping meet?                           | Alexander Lukashenko | what did he deny?             | what did Alexander Lukashenko deny?
            What did Lukashenko say about the summit?          | it was necessary     | And what did he deny?         | what did Lukashenko deny?
            Who is the leader of Belarus?                      | Lukashenko           | What are his peace proposals? | What are Lukashenko’s peace proposals?
            When did Lukashenko become president?              | 1994                 | What about Putin?             | When did Putin become president?
            What did Xi Jinping and Lukashenko sign?           | agreements           | Why did they do it?           | Why did Xi Jinping and Lukashenko do it?
            Who cautiously welcomed the involvement?           | Zelenskyy            | And when?                     | When was it that someone cautiously welcomed the involvement?
            Who denied it would supply arms?                   | China                | and when was that?            | When was it that someone denied it would supply arms?
            Which party said it will leave?                    | the Greens           | and when was that?            | When was it that a party said it will leave?
            Which two countries did Xi Jinping visit?          | Belarus              | and when was that?            | When did Xi Jinping visit?
            How many people died in the earthquake?            | 170,000              | and when was that?            | When was it that people died in the earthquake?
            """)
    void takesWhatIsLeftOutFromTheExchangeBefore(String before, String answer, String followUp, String standalone) {
        assertThat(standalone(followUp, UserMessage.from(before), AiMessage.from(answer)))
                .isEqualTo(standalone);
    }

    @ParameterizedTest
    @CsvSource({
        "Who is the president of Moldova?",
        "What did Putin say about his army?",
        "Which country did Belarus let use its territory?"
    })
    void leavesAQuestionThatStandsAloneAsItIs(String question) {
        assertThat(standalone(
                        question, UserMessage.from("Who did Xi Jinping meet?"), AiMessage.from("Alexander Lukashenko")))
                .isEqualTo(question);
    }

    @Test
    void changesNothingAtTheBeginningOfAConversation() {
        assertThat(standalone("And when was that?")).isEqualTo("And when was that?");
    }

    private String standalone(String question, ChatMessage... memory) {
        Metadata metadata = Metadata.from(UserMessage.from(question), null, List.of(memory));
        return transformer
                .transform(Query.from(question, metadata))
                .iterator()
                .next()
                .text();
    }
}
