package io.dateline.channel.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import io.dateline.answering.SuggestedQuestions;
import io.dateline.channel.SignedPath;
import io.dateline.channel.chat.ChatAsking;
import io.dateline.channel.chat.ChatInbox;
import io.dateline.channel.chat.ChatLinks;
import io.dateline.channel.chat.ChatPace;
import io.dateline.channel.chat.ChatProperties;
import io.dateline.conversation.ChatThreads;
import io.dateline.conversation.ConversationStore;
import io.dateline.desk.AnswerDesk;
import io.dateline.desk.ShutdownStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Conditional(SlackIsConfigured.class)
class SlackConfiguration {

    static final String PATH = "/slack/events";

    /** Milliseconds that one call of Slack's Web API may take. */
    private static final int CALL = 60_000;

    @Bean(destroyMethod = "close")
    Slack slack(SlackProperties properties) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(properties.api());
        config.setHttpClientCallTimeoutMillis(CALL);
        config.setHttpClientReadTimeoutMillis(CALL);
        config.setStatsEnabled(false);
        return Slack.getInstance(config);
    }

    @Bean
    SlackEvents slackEvents(
            Slack slack,
            SlackProperties properties,
            ChatProperties chat,
            AnswerDesk desk,
            ConversationStore conversations,
            ChatThreads threads,
            SuggestedQuestions suggested,
            JsonMapper mapper) {
        ChatPace pace = ChatPace.REAL;
        SlackCalls calls = new SlackCalls(slack.methods(properties.botToken()), pace);
        ChatLinks links = chat.links();
        ChatAsking asking = new ChatAsking(desk, links, pace, chat.atOnce());
        SlackClaims claims = new SlackClaims(threads, pace, mapper);
        SlackAssistantPane pane = new SlackAssistantPane(calls, suggested);
        SlackAnswering answering = new SlackAnswering(
                asking,
                claims,
                conversations,
                threads,
                new SlackPosts(calls),
                pane,
                links,
                pace,
                properties.patience());
        SlackPrivately privately =
                new SlackPrivately(new SlackHooks(slack, pace), asking, desk, conversations, claims, links);
        SlackButtons buttons = new SlackButtons(answering, privately, conversations);
        return new SlackEvents(slack, properties.botToken(), answering, privately, pane, buttons);
    }

    @Bean(destroyMethod = "")
    ChatInbox slackInbox(ChatProperties chat) {
        return new ChatInbox(chat.open());
    }

    /** Without a signing secret no request is let in. */
    @Bean
    @Conditional(SlackSignsRequests.class)
    ServletRegistrationBean<SlackServlet> slackServlet(
            SlackProperties properties, SlackEvents events, ChatInbox inbox, JsonMapper mapper) {
        SlackSignature signature = new SlackSignature(properties.signingSecret(), ChatPace.REAL);
        ServletRegistrationBean<SlackServlet> servlet =
                new ServletRegistrationBean<>(new SlackServlet(signature, events, inbox, mapper), PATH);
        servlet.setName("slack");
        return servlet;
    }

    @Bean
    @Conditional(SlackSignsRequests.class)
    SignedPath slackPath() {
        return new SignedPath(PATH);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> slackLeftovers(SlackEvents events, ChatInbox inbox) {
        return ready -> inbox.offer(() -> events.answerWhatIsLeft(inbox));
    }

    /** Opened when the server runs. Without an app token there is none. */
    @Bean
    @Conditional(SlackOpensSocket.class)
    ApplicationListener<ApplicationReadyEvent> slackSocketStart(SlackSocket socket) {
        return ready -> socket.start();
    }

    @Bean(destroyMethod = "")
    @Conditional(SlackOpensSocket.class)
    SlackSocket slackSocket(
            Slack slack, SlackProperties properties, SlackEvents events, ChatInbox inbox, JsonMapper mapper) {
        return new SlackSocket(slack, properties.appToken(), events, inbox, mapper);
    }

    /** After the running questions were ended, so that those who asked hear of it. */
    @Bean
    SmartLifecycle slackShutdown(ChatInbox inbox, ObjectProvider<SlackSocket> socket) {
        return new ShutdownStep(SmartLifecycle.DEFAULT_PHASE - 1, () -> {
            inbox.close();
            socket.ifAvailable(SlackSocket::close);
        });
    }
}
