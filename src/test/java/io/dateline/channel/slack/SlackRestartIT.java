package io.dateline.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.answering.ScriptedAnswerer;
import io.dateline.channel.TestServer;
import io.dateline.conversation.ChatThreads;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class SlackRestartIT {

    @TempDir
    private Path folder;

    @Test
    void answersOnceAcrossARestartAndGoesOnWithoutANewMention() throws Exception {
        String ts = SlackSender.ts();
        String mention = SlackSender.mention("C1", ts, "What was signed?");
        try (FakeSlack slack = new FakeSlack()) {
            try (ConfigurableApplicationContext server = start(slack)) {
                assertThat(sender(server).send(mention)).isEqualTo(200);
                assertThat(sender(server).send(mention)).isEqualTo(200);
                slack.await("chat.postMessage", 1);
            }
            try (ConfigurableApplicationContext server = start(slack)) {
                assertThat(sender(server).send(mention)).isEqualTo(200);
                assertThat(sender(server).send(mention)).isEqualTo(200);
                sender(server).send(SlackSender.reply("C1", ts, SlackSender.ts(), "Who signed it?"));
                slack.await("chat.postMessage", 2);

                ScriptedAnswerer answerer = server.getBean(ScriptedAnswerer.class);
                assertThat(answerer.count("Who signed it?")).isEqualTo(1);
                assertThat(answerer.count("What was signed?")).isZero();
            }
            assertThat(slack.calls("chat.postMessage"))
                    .extracting(call -> call.get("thread_ts"))
                    .containsExactly(ts, ts);
        }
    }

    @Test
    void answersAfterARestartWhatWasTakenAndNotAnswered() throws Exception {
        SlackPlace place = new SlackPlace("T1", "C2", "1700000000.1");
        SlackMessage left = new SlackMessage(place, "1700000000.1", "U1", "What was left?", true);
        try (FakeSlack slack = new FakeSlack()) {
            try (ConfigurableApplicationContext server = start(slack)) {
                ChatThreads threads = server.getBean(ChatThreads.class);
                String json = server.getBean(JsonMapper.class).writeValueAsString(left);
                assertThat(threads.claim(left.key(), json, Instant.now())).isTrue();
            }
            assertThat(slack.calls("chat.postMessage")).isEmpty();

            try (ConfigurableApplicationContext server = start(slack)) {
                assertThat(server.isRunning()).isTrue();
                assertThat(slack.await("chat.postMessage", 1).getFirst().get("thread_ts"))
                        .isEqualTo("1700000000.1");
            }
            try (ConfigurableApplicationContext server = start(slack)) {
                sender(server).send(SlackSender.mention("C3", SlackSender.ts(), "What was not left?"));
                slack.await("chat.postMessage", 2);
            }
            assertThat(slack.calls("chat.postMessage")).hasSize(2);
        }
    }

    @Test
    void answersAfterARestartACommandThatWasTakenAndNotAnswered() throws Exception {
        try (FakeSlack slack = new FakeSlack()) {
            SlackPrivateQuestion left = new SlackPrivateQuestion(
                    new SlackPrivately.Caller("T1", "U1", "7.trigger", slack.hookUrl()), "What was left?");
            try (ConfigurableApplicationContext server = start(slack)) {
                ChatThreads threads = server.getBean(ChatThreads.class);
                String json = server.getBean(JsonMapper.class).writeValueAsString(left);
                assertThat(threads.claim(left.key(), json, Instant.now())).isTrue();
            }
            for (int life = 0; life < 2; life++) {
                try (ConfigurableApplicationContext server = start(slack)) {
                    assertThat(server.isRunning()).isTrue();
                    FakeSlack.Call answer = slack.await("response_url", 1).getFirst();
                    assertThat(answer.get("response_type")).isEqualTo("ephemeral");
                    assertThat(answer.markdown()).contains("**the treaty**");
                }
            }
            assertThat(slack.calls("response_url")).hasSize(1);
        }
    }

    private ConfigurableApplicationContext start(FakeSlack slack) {
        return new SpringApplicationBuilder(TestServer.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("dateline")
                                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0",
                        "--dateline.slack.bot-token=xoxb-test",
                        "--dateline.slack.signing-secret=" + SlackSender.SECRET,
                        "--dateline.slack.api=" + slack.url());
    }

    private static SlackSender sender(ConfigurableApplicationContext server) {
        return new SlackSender(server.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
