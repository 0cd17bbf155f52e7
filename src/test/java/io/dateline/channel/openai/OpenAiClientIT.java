package io.dateline.channel.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.ObjectMappers;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.InternalServerException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.SseException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.Exchange;
import io.dateline.answering.Question;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import io.dateline.conversation.ConversationStore;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Dateline as a model, used through OpenAI's own client library. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:openai;DB_CLOSE_DELAY=-1")
@Timeout(60)
class OpenAiClientIT {

    private static final String SOURCES = "\n\nSources:\n1. [A treaty](https://news.example.org/a-1), 2023-03-01";
    private static final String TEXT = "They signed the treaty.\n\n[1] – 条約 🕊";

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @Autowired
    private ConversationStore conversations;

    private OpenAIClient client;

    @BeforeEach
    void connect() {
        client = OpenAIOkHttpClient.builder()
                .baseUrl("http://localhost:" + port + "/v1")
                .apiKey("none")
                .maxRetries(0)
                .build();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void isTheOneModelThereIs() {
        assertThat(client.models().list().data()).singleElement().satisfies(model -> {
            assertThat(model.id()).isEqualTo("dateline");
            assertThat(model.ownedBy()).isEqualTo("dateline");
        });
        assertThat(client.models().retrieve("dateline").id()).isEqualTo("dateline");
        assertThatThrownBy(() -> client.models().retrieve("gpt-5"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("'gpt-5'");
    }

    @Test
    void answersWithTheShortAnswerTheTextAndTheSources() {
        ChatCompletion completion =
                client.chat().completions().create(ask("What was signed?").build());

        assertThat(completion.model()).isEqualTo("dateline");
        ChatCompletion.Choice choice = completion.choices().getFirst();
        assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.STOP);
        assertThat(choice.message().content())
                .contains("_Searched for: What was signed? (standalone)_\n\n**the treaty**\n\n" + TEXT + SOURCES);
        assertThat(completion.usage().orElseThrow().totalTokens()).isZero();
    }

    @Test
    void annotatesEachMarkerWithItsArticle() {
        ChatCompletionMessage message = client.chat()
                .completions()
                .create(ask("What was signed?").build())
                .choices()
                .getFirst()
                .message();

        String content = message.content().orElseThrow();
        assertThat(message.annotations().orElseThrow()).singleElement().satisfies(annotation -> {
            ChatCompletionMessage.Annotation.UrlCitation citation = annotation.urlCitation();
            assertThat(content.substring((int) citation.startIndex(), (int) citation.endIndex()))
                    .isEqualTo("[1]");
            assertThat(citation.url()).isEqualTo("https://news.example.org/a-1");
            assertThat(citation.title()).isEqualTo("A treaty");
        });
    }

    @Test
    void streamsTheSameTextInPieces() {
        List<ChatCompletionChunk> chunks = stream(ask("What was signed?")
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build()));

        assertThat(content(chunks))
                .isEqualTo("_Searched for: What was signed? (standalone)_\n\n**the treaty**\n\n" + TEXT + SOURCES);
        assertThat(chunks.stream().map(ChatCompletionChunk::id).distinct()).hasSize(1);
        ChatCompletionChunk last = chunks.getLast();
        assertThat(last.choices()).isEmpty();
        assertThat(last.usage().orElseThrow().totalTokens()).isZero();
        ChatCompletionChunk.Choice end = chunks.get(chunks.size() - 2).choices().getFirst();
        assertThat(end.finishReason()).contains(ChatCompletionChunk.Choice.FinishReason.STOP);
        assertThat(ObjectMappers.jsonMapper()
                        .valueToTree(end.delta())
                        .at("/annotations/0/url_citation/title")
                        .asText())
                .isEqualTo("A treaty");
    }

    @Test
    void sendsEachPieceWhenItIsThere() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        answerer.on("Slowly?", (question, past, listener) -> {
            listener.accept(new TextAdded("First. "));
            assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
            listener.accept(new TextAdded("Second."));
            return ScriptedAnswerer.answer("First. Second.");
        });
        StringBuilder content = new StringBuilder();
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(ask("Slowly?").build())) {
            chunks.stream().forEach(chunk -> {
                content.append(content(List.of(chunk)));
                if (content.toString().equals("First. ")) {
                    seen.countDown();
                }
            });
        }
        assertThat(content.toString()).startsWith("First. Second.\n\nSources:");
    }

    @Test
    void replacesAPreviewThatWasGivenUp() {
        answerer.on("Model?", (question, past, listener) -> {
            listener.accept(new TextAdded("Something a model began"));
            return ScriptedAnswerer.answer("What the articles say. [1]");
        });

        assertThat(content(stream(ask("Model?"))))
                .startsWith(
                        "Something a model began\n\n---\n\nThe text above was given up. What the articles say. [1]");
        assertThat(client.chat()
                        .completions()
                        .create(ask("Model?").build())
                        .choices()
                        .getFirst()
                        .message()
                        .content()
                        .orElseThrow())
                .startsWith("**the treaty**\n\nWhat the articles say. [1]");
    }

    @Test
    void readsTheConversationOffTheMessages() throws Exception {
        BlockingQueue<List<Exchange>> seen = new LinkedBlockingQueue<>();
        answerer.on("And when?", (question, past, listener) -> {
            seen.add(past);
            return ScriptedAnswerer.answer("Then.");
        });
        ChatCompletionCreateParams.Builder request = ChatCompletionCreateParams.builder()
                .model("dateline")
                .addSystemMessage("Answer in one word.")
                .addUserMessage("Who met?");
        String first = client.chat()
                .completions()
                .create(request.build())
                .choices()
                .getFirst()
                .message()
                .content()
                .orElseThrow();
        client.chat()
                .completions()
                .create(request.addAssistantMessage(first)
                        .addUserMessage("And when?")
                        .build());

        assertThat(seen.take()).singleElement().satisfies(exchange -> {
            assertThat(exchange.question()).isEqualTo("Who met?");
            assertThat(exchange.standalone()).isEqualTo("Who met? (standalone)");
            assertThat(exchange.answer().text()).isEqualTo("the treaty");
        });
    }

    @Test
    void keepsNothingOfIt() {
        client.chat().completions().create(ask("What was signed in secret?").build());

        assertThat(conversations.find("in secret", 10)).isEmpty();
    }

    @Test
    void answersAsOfADay() throws Exception {
        BlockingQueue<Question> seen = new LinkedBlockingQueue<>();
        answerer.on("As of then?", (question, past, listener) -> {
            seen.add(question);
            return ScriptedAnswerer.answer("Then.");
        });
        client.chat()
                .completions()
                .create(ask("As of then?")
                        .putAdditionalBodyProperty("as_of", JsonValue.from("2023-03-01"))
                        .build());

        assertThat(seen.take().filter().asOf()).isEqualTo(LocalDate.of(2023, 3, 1));
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        assertThatThrownBy(() -> create(ask("x").model("gpt-5")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("called 'dateline'");
        assertThatThrownBy(() -> create(ask("x").n(2)))
                .isInstanceOf(BadRequestException.class)
                .satisfies(e -> assertThat(((BadRequestException) e).param()).contains("n"));
        assertThatThrownBy(() -> create(ask(" ")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> create(ask("x".repeat(2001))))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("2001 characters; at most 2000");
        assertThatThrownBy(() -> create(ask("x").addAssistantMessage("y")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("last message must be the user's");
        assertThatThrownBy(() -> create(ask("x").putAdditionalBodyProperty("as_of", JsonValue.from("yesterday"))))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("'asOf' must be a date");
    }

    @Test
    void aFailureIsAnErrorAndNeverAnEmptyAnswer() {
        answerer.on("Fail at once?", (question, past, listener) -> {
            throw new IllegalStateException("a fault of the test");
        });
        answerer.on("Fail in the middle?", (question, past, listener) -> {
            listener.accept(new TextAdded("Half "));
            throw new IllegalStateException("a fault of the test");
        });

        for (String question : List.of("Fail at once?", "Fail in the middle?")) {
            assertThatThrownBy(() -> create(ask(question)))
                    .isInstanceOf(InternalServerException.class)
                    .hasMessageContaining("Something went wrong")
                    .hasMessageNotContaining("a fault of the test");
        }
        assertThatThrownBy(() -> stream(ask("Fail at once?"))).isInstanceOf(InternalServerException.class);
        assertThatThrownBy(() -> stream(ask("Fail in the middle?")))
                .isInstanceOf(SseException.class)
                .hasMessageContaining("Something went wrong");
    }

    @Test
    void aReaderThatLeavesStopsTheAnswer() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        answerer.on("Endless?", (question, past, listener) -> {
            try {
                for (int i = 0; ; i++) {
                    listener.accept(new TextAdded("word " + i + " "));
                    Thread.onSpinWait();
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            } finally {
                stopped.countDown();
            }
        });
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(ask("Endless?").build())) {
            assertThat(chunks.stream().limit(3).count()).isEqualTo(3);
        }
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private void create(ChatCompletionCreateParams.Builder request) throws OpenAIException {
        client.chat().completions().create(request.build());
    }

    private List<ChatCompletionChunk> stream(ChatCompletionCreateParams.Builder request) {
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(request.build())) {
            return chunks.stream().toList();
        }
    }

    private static ChatCompletionCreateParams.Builder ask(String question) {
        return ChatCompletionCreateParams.builder()
                .model("dateline")
                .temperature(0.2)
                .addUserMessage(question);
    }

    private static String content(List<ChatCompletionChunk> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .flatMap(choice -> choice.delta().content().stream())
                .collect(Collectors.joining());
    }
}
