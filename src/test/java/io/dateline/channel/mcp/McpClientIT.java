package io.dateline.channel.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.Question;
import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.MemoryArchive;
import io.dateline.channel.TestServer;
import io.dateline.conversation.ConversationStore;
import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The Model Context Protocol, spoken by the client of its official Java SDK. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:mcp;DB_CLOSE_DELAY=-1")
@Timeout(60)
class McpClientIT {

    private static final String BODY = "They signed the treaty.\n\nThen they left.";

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedAnswerer answerer;

    @Autowired
    private MemoryArchive archive;

    @Autowired
    private ConversationStore conversations;

    @BeforeEach
    void fillArchive() {
        archive.close();
        Article article = new Article(
                "a-1",
                "A treaty",
                null,
                null,
                "https://news.example.org/a-1",
                "Belta",
                List.of("Ann"),
                LocalDate.of(2023, 3, 1),
                "en",
                BODY,
                "1");
        archive.put(article, List.of(new Passage("a-1", 0, 0, BODY.length(), BODY)));
    }

    @Test
    void saysWhatItIsAndWhichToolsItHas() {
        try (McpSyncClient client = http()) {
            InitializeResult hello = client.initialize();
            assertThat(hello.serverInfo().name()).isEqualTo("dateline");
            assertThat(hello.instructions()).contains("do not guess");
            assertThat(client.listTools().tools())
                    .extracting(Tool::name)
                    .containsExactlyInAnyOrder("ask", "search_articles", "get_article");
            assertThat(client.listTools().tools()).allSatisfy(tool -> {
                assertThat(tool.annotations().readOnlyHint()).isTrue();
                assertThat(tool.inputSchema()).containsKeys("properties", "required");
            });
        }
    }

    @Test
    void answersWithTheTextAndItsSourcesAndTheAnswerAsJson() {
        try (McpSyncClient client = http()) {
            client.initialize();
            CallToolResult result = call(client, "ask", Map.of("question", "What was signed?"));

            assertThat(result.isError()).isFalse();
            assertThat(text(result))
                    .startsWith("**the treaty**\n\nThey signed the treaty.")
                    .endsWith("Sources:\n1. [A treaty](https://news.example.org/a-1), 2023-03-01");
            assertThat(result.structuredContent())
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .containsEntry("status", "answered")
                    .containsKeys("fact", "citations", "sources");
        }
        assertThat(conversations.find("signed", 10)).isEmpty();
    }

    @Test
    void limitsWhatIsSearched() throws Exception {
        BlockingQueue<Question> seen = new LinkedBlockingQueue<>();
        answerer.on("When?", (question, past, listener) -> {
            seen.add(question);
            return ScriptedAnswerer.answer("Then.");
        });
        try (McpSyncClient client = http()) {
            client.initialize();
            call(client, "ask", Map.of("question", "When?", "as_of", "2023-03-01", "publisher", "Belta"));
        }
        Question asked = seen.take();
        assertThat(asked.filter().asOf()).isEqualTo(LocalDate.of(2023, 3, 1));
        assertThat(asked.filter().publisher()).isEqualTo("Belta");
    }

    @Test
    void findsPassagesAndReadsTheirArticles() {
        try (McpSyncClient client = http()) {
            client.initialize();
            CallToolResult hits = call(client, "search_articles", Map.of("query", "treaty", "k", 3));
            assertThat(text(hits)).isEqualTo("1. A treaty (Belta, 2023-03-01, id a-1)\n" + BODY);

            CallToolResult part = call(client, "get_article", Map.of("id", "a-1", "start", 5, "length", 6));
            assertThat(text(part)).contains("signed").contains("(29 characters more: start 11)");
            CallToolResult whole = call(client, "get_article", Map.of("id", "a-1"));
            assertThat(text(whole)).endsWith(BODY);
            assertThat(text(call(client, "search_articles", Map.of("query", "zebra"))))
                    .isEqualTo("Nothing in the archive is like this.");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    ask,             question, ' ',        'question'
                    ask,             as_of,    yesterday,  question
                    search_articles, query,    '',         query
                    get_article,     id,       nothing,    There is no article 'nothing'
                    """)
    void tellsTheModelWhatWasWrong(String tool, String argument, String value, String message) {
        try (McpSyncClient client = http()) {
            client.initialize();
            CallToolResult result = call(client, tool, Map.of(argument, value));

            assertThat(result.isError()).isTrue();
            assertThat(text(result)).contains(message);
        }
    }

    @Test
    void aFailureIsAnErrorThatNamesNoInternals() {
        answerer.on("Fail?", (question, past, listener) -> {
            throw new IllegalStateException("a fault of the test");
        });
        try (McpSyncClient client = http()) {
            client.initialize();
            CallToolResult result = call(client, "ask", Map.of("question", "Fail?"));

            assertThat(result.isError()).isTrue();
            assertThat(text(result)).contains("Something went wrong").doesNotContain("a fault of the test");
        }
    }

    @ParameterizedTest
    @CsvSource({"http://evil.example,403", "null,403", "http://localhost:PORT,200"})
    void isClosedToPagesOfOtherSites(String origin, int status) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/mcp"))
                                .header("Origin", origin.replace("PORT", "" + port))
                                .header("Content-Type", "application/json")
                                .header("Accept", "application/json, text/event-stream")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(status);
    }

    private McpSyncClient http() {
        return McpClient.sync(HttpClientStreamableHttpTransport.builder("http://localhost:" + port)
                        .endpoint("/mcp")
                        .build())
                .requestTimeout(Duration.ofSeconds(30))
                .build();
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }
}
