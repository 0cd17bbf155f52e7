package io.dateline.channel.web;

import io.dateline.channel.SignedPath;
import io.dateline.channel.Wire;
import io.dateline.channel.access.Admission;
import io.dateline.conversation.ConversationStore;
import io.dateline.desk.AnswerDesk;
import io.dateline.desk.ShutdownStep;
import java.net.InetAddress;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableWebSocket
class WebConfiguration {

    @Bean
    Gatekeeper gatekeeper(ServerProperties server, WebProperties web, Admission admission) {
        InetAddress address = server.getAddress();
        boolean isOpen = address == null || !address.isLoopbackAddress();
        if (isOpen && web.allowedHosts().isEmpty()) {
            throw UnsafeAddressException.withoutNames(name(address));
        }
        if (isOpen && !admission.isAsked()) {
            throw UnsafeAddressException.withoutAccess(name(address));
        }
        return new Gatekeeper(web.allowedHosts(), web.allowedOrigins());
    }

    private static String name(@Nullable InetAddress address) {
        return address == null ? "every address" : address.getHostAddress();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> securityHeaders() {
        return tomcat -> tomcat.addEngineValves(new SecurityHeadersValve());
    }

    @Bean
    FilterRegistrationBean<GateFilter> gateFilter(Gatekeeper gatekeeper, ObjectProvider<SignedPath> signed) {
        FilterRegistrationBean<GateFilter> filter = new FilterRegistrationBean<>(
                new GateFilter(gatekeeper, signed.stream().map(SignedPath::path).collect(Collectors.toSet())));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Before anybody is sent to sign in, since they come back from there as if they had never been elsewhere. */
    @Bean
    FilterRegistrationBean<LinkedQuestionFilter> linkedQuestionFilter() {
        FilterRegistrationBean<LinkedQuestionFilter> filter = new FilterRegistrationBean<>(new LinkedQuestionFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }

    /** The page's files are asked for anew each time, and sent only when they changed. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> pageEtagFilter() {
        ShallowEtagHeaderFilter etags = new ShallowEtagHeaderFilter();
        // Tomcat does not compress what carries a strong tag.
        etags.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(etags);
        // Not "/", "/c/*" and "/a/*": they forward to index.html, and Tomcat drops what a filter still holds back after
        // a forward.
        filter.addUrlPatterns("/_static/*", "*.html", "*.js", "*.css", "*.svg");
        return filter;
    }

    /** The addresses that the page reads for itself. */
    @Bean
    WebMvcConfigurer pageAddresses() {
        return new WebMvcConfigurer() {
            @Override
            public void addViewControllers(ViewControllerRegistry registry) {
                registry.addViewController("/c/{conversation}").setViewName("forward:/index.html");
                registry.addViewController("/a/{article}").setViewName("forward:/index.html");
            }
        };
    }

    @Bean(destroyMethod = "")
    ChatSessions chatSessions(Wire wire, WebProperties web) {
        return new ChatSessions(wire, web);
    }

    @Bean
    WebSocketConfigurer chatSocket(
            AnswerDesk desk,
            ConversationStore conversations,
            ChatSessions sessions,
            Admission admission,
            Wire wire,
            JsonMapper mapper) {
        ChatSocket socket =
                new ChatSocket(desk, conversations, new ClientFrameReader(mapper, wire), wire, sessions, admission);
        // Origins are checked by the gate, which also survives malformed ones.
        return registry -> registry.addHandler(socket, "/ws/chat")
                .addInterceptors(new ChatHandshake(sessions, admission))
                .setAllowedOriginPatterns("*");
    }

    @Bean
    ServletServerContainerFactoryBean webSocketContainer() {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(ChatSocket.LONGEST_BYTES);
        container.setMaxBinaryMessageBufferSize(1024);
        return container;
    }

    /** After the running questions were ended, so that clients hear of it, and before the server goes. */
    @Bean
    SmartLifecycle chatSessionsShutdown(ChatSessions sessions) {
        return new ShutdownStep(SmartLifecycle.DEFAULT_PHASE - 1, sessions::close);
    }
}
