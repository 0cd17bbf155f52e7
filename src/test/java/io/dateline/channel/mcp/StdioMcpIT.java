package io.dateline.channel.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.TestServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code dateline mcp}, started as a program by the client of the official Java SDK, as desktop programs start it. */
@SpringBootTest(
        classes = TestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:stdio-mcp;DB_CLOSE_DELAY=-1")
@Timeout(120)
class StdioMcpIT {

    @LocalServerPort
    private int port;

    @Test
    void speaksForARunningServer() {
        try (McpSyncClient client = client(program(Map.of(), "--server", "http://127.0.0.1:" + port))) {
            assertThat(client.initialize().serverInfo().name()).isEqualTo("dateline");
            assertThat(ask(client, "What was signed?")).startsWith("**the treaty**");
            assertThat(ask(client, " ")).contains("question");
        }
    }

    @Test
    void opensTheIndexItselfWhereNoServerRuns(@TempDir Path folder) {
        Map<String, String> settings = Map.of(
                "DATELINE_CORPUS_FOLDER", folder.toString(),
                "DATELINE_INDEX_FOLDER", folder.resolve("index").toString());
        StdioClientTransport program = program(settings, "--server", "http://127.0.0.1:1");
        try (McpSyncClient client = client(program)) {
            client.initialize();
            assertThat(ask(client, "Who welcomed the treaty of Atlantis?"))
                    .isNotBlank()
                    .doesNotContain("**");
        }
        // Closing a client only asks the program to end; until it has, it writes into the folder.
        program.awaitForExit();
    }

    private static StdioClientTransport program(Map<String, String> environment, String... arguments) {
        ServerParameters command = ServerParameters.builder(
                        ProcessHandle.current().info().command().orElseThrow())
                .arg("--add-modules=jdk.incubator.vector")
                .arg("--enable-native-access=ALL-UNNAMED")
                .arg("-cp")
                .arg(System.getProperty("java.class.path"))
                .arg("io.dateline.DatelineApplication")
                .arg("mcp")
                .arg(arguments[0])
                .arg(arguments[1])
                .env(environment)
                .build();
        return new StdioClientTransport(command, McpJsonDefaults.getMapper());
    }

    private static McpSyncClient client(StdioClientTransport program) {
        return McpClient.sync(program)
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .build();
    }

    private static String ask(McpSyncClient client, String question) {
        CallToolResult result = client.callTool(CallToolRequest.builder("ask")
                .arguments(Map.of("question", question))
                .build());
        return ((TextContent) result.content().getFirst()).text();
    }
}
