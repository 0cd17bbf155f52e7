package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The manifest that people paste names what the code listens to. */
class SlackManifestTest {

    @Test
    void asksForWhatIsListenedTo() throws IOException {
        JsonNode manifest = new JsonMapper()
                .valueToTree(new Yaml().load(Files.readString(Path.of("src/readme/slack-manifest.yaml"))));

        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isTrue();
        assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean())
                .isTrue();
        assertThat(manifest.at("/settings/event_subscriptions/bot_events").valueStream())
                .extracting(JsonNode::asString)
                .contains("app_mention", "message.channels", "message.im", "assistant_thread_started");
        assertThat(manifest.at("/features/shortcuts/0/callback_id").asString()).isEqualTo(SlackEvents.SHORTCUT);
        assertThat(manifest.at("/features/slash_commands/0/command").asString()).isEqualTo("/dateline");
        assertThat(manifest.at("/oauth_config/scopes/bot").valueStream())
                .extracting(JsonNode::asString)
                .contains("chat:write", "app_mentions:read", "channels:history", "im:history", "commands");
    }
}
