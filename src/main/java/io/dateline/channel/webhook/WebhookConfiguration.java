package io.dateline.channel.webhook;

import io.dateline.channel.SignedPath;
import io.dateline.channel.chat.ChatAsking;
import io.dateline.channel.chat.ChatInbox;
import io.dateline.channel.chat.ChatLinks;
import io.dateline.channel.chat.ChatPace;
import io.dateline.channel.chat.ChatProperties;
import io.dateline.conversation.ChatThreads;
import io.dateline.conversation.ConversationStore;
import io.dateline.desk.AnswerDesk;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Chat services that call as Slack once did. They need neither Bolt nor tokens of Slack. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebhookConfiguration {

    private static final String MATTERMOST = "dateline.mattermost.tokens";
    private static final String MATTERMOST_PATH = "/mattermost";

    private static final String ZULIP = "dateline.zulip.tokens";
    private static final String ZULIP_PATH = "/zulip";

    @Bean
    @ConditionalOnProperty(MATTERMOST)
    ServletRegistrationBean<WebhookServlet> mattermostServlet(
            @Value("${" + MATTERMOST + "}") List<String> tokens,
            // Mattermost gives up after 30 seconds.
            @Value("${dateline.mattermost.waits:20s}") Duration waits,
            AnswerDesk desk,
            ConversationStore conversations,
            ChatThreads threads,
            ChatProperties chat,
            JsonMapper mapper) {
        WebhookAnswering answering = answering("mattermost", waits, desk, conversations, threads, chat);
        return servlet(MATTERMOST_PATH, new WebhookServlet(tokens, answering, mapper, false));
    }

    @Bean
    @ConditionalOnProperty(MATTERMOST)
    SignedPath mattermostPath() {
        return new SignedPath(MATTERMOST_PATH);
    }

    @Bean
    @ConditionalOnProperty(ZULIP)
    ServletRegistrationBean<WebhookServlet> zulipServlet(
            @Value("${" + ZULIP + "}") List<String> tokens,
            // Zulip gives up after 10 seconds.
            @Value("${dateline.zulip.waits:8s}") Duration waits,
            AnswerDesk desk,
            ConversationStore conversations,
            ChatThreads threads,
            ChatProperties chat,
            JsonMapper mapper) {
        WebhookAnswering answering = answering("zulip", waits, desk, conversations, threads, chat);
        return servlet(ZULIP_PATH, new WebhookServlet(tokens, answering, mapper, true));
    }

    @Bean
    @ConditionalOnProperty(ZULIP)
    SignedPath zulipPath() {
        return new SignedPath(ZULIP_PATH);
    }

    private static WebhookAnswering answering(
            String service,
            Duration waits,
            AnswerDesk desk,
            ConversationStore conversations,
            ChatThreads threads,
            ChatProperties chat) {
        ChatLinks links = chat.links();
        ChatAsking asking = new ChatAsking(desk, links, ChatPace.REAL, chat.atOnce());
        return new WebhookAnswering(service, asking, conversations, threads, links, waits, new ChatInbox(chat.open()));
    }

    private static ServletRegistrationBean<WebhookServlet> servlet(String path, WebhookServlet servlet) {
        ServletRegistrationBean<WebhookServlet> registration = new ServletRegistrationBean<>(servlet, path);
        registration.setName(path.substring(1));
        return registration;
    }
}
