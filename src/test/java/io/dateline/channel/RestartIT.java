package io.dateline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.channel.web.ChatClient;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class RestartIT {

    private static final JsonMapper JSON = new JsonMapper();

    /** As in {@code application.yaml}. */
    private static final int MOST_CONNECTIONS = 10;

    @TempDir
    private Path folder;

    @Test
    void givesStoredAnswersAndSaysWhatWasInterruptedAfterAKill() throws Exception {
        String answered = UUID.randomUUID().toString();
        String interrupted = UUID.randomUUID().toString();
        JsonNode answer;
        ServerProcess killed = ServerProcess.launch(database());
        try (ChatClient client = new ChatClient(killed.port())) {
            client.ask(answered, "What was signed?");
            answer = JSON.readTree(client.untilEnd().getLast());
            client.ask(interrupted, "Wait.");
            assertThat(client.nextJson().get("type").stringValue()).isEqualTo("accepted");
            Assertions.assertThatThrownBy(() -> DriverManager.getConnection(database()))
                    .hasMessageContaining("already in use");
        } finally {
            killed.kill();
        }

        try (ConfigurableApplicationContext server = ServerProcess.start(database());
                ChatClient client = new ChatClient(ServerProcess.port(server))) {
            client.send("{'type':'resume','id':'" + interrupted + "','after':1}");
            JsonNode failed = client.nextJson();
            assertThat(failed.get("seq").intValue()).isEqualTo(1);
            assertThat(failed.get("code").stringValue()).isEqualTo("interrupted");
            assertThat(failed.get("retryable").booleanValue()).isTrue();

            client.send("{'type':'resume','id':'" + answered + "','after':3}");
            JsonNode restored = client.nextJson();
            assertThat(restored.get("seq").intValue()).isEqualTo(1);
            assertThat(body(restored)).isEqualTo(body(answer));

            client.ask(answered, "What was signed?");
            assertThat(body(client.nextJson())).isEqualTo(body(answer));
        }
    }

    @Test
    void endsWhatRunsAndSaysGoodbyeWhenItIsShutDown() throws Exception {
        String id = UUID.randomUUID().toString();
        ConfigurableApplicationContext server = ServerProcess.start(database());
        try (ChatClient client = new ChatClient(ServerProcess.port(server))) {
            client.ask(id, "Wait.");
            assertThat(client.nextJson().get("type").stringValue()).isEqualTo("accepted");
            server.close();
            List<String> rest = client.untilEnd();

            assertThat(JSON.readTree(rest.getLast()).get("code").stringValue()).isEqualTo("interrupted");
            assertThat(client.closeCode()).isEqualTo(1001);
        } finally {
            server.close();
        }
    }

    private String database() {
        return "jdbc:h2:file:" + folder.resolve("dateline") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    }

    /** H2 does so when it cannot write, since the disk is full. */
    @Test
    void opensADatabaseAgainThatHasClosedItself() throws Exception {
        try (ConfigurableApplicationContext server = ServerProcess.start(database());
                ChatClient client = new ChatClient(ServerProcess.port(server))) {
            client.ask(UUID.randomUUID().toString(), "What was signed?");
            client.untilEnd();
            JdbcClient.create(server.getBean(DataSource.class))
                    .sql("shutdown immediately")
                    .update();

            // Each connection that was open may cost one question.
            List<String> ends = new ArrayList<>();
            while (ends.size() < MOST_CONNECTIONS
                    && ends.stream().noneMatch(end -> end.contains("\"type\":\"completed\""))) {
                client.ask(UUID.randomUUID().toString(), "What was signed?");
                ends.add(client.untilEnd().getLast());
            }
            assertThat(ends.getLast()).contains("\"type\":\"completed\"");
        }
    }

    private static List<JsonNode> body(JsonNode completed) {
        return completed
                .propertyStream()
                .filter(field -> !field.getKey().equals("seq"))
                .map(java.util.Map.Entry::getValue)
                .toList();
    }
}
