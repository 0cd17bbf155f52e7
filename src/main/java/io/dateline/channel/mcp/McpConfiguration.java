package io.dateline.channel.mcp;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class McpConfiguration {

    static final String PATH = "/mcp";

    static final String VERSION = "0.1.0";

    @Bean
    ServletRegistrationBean<McpServlet> mcpServlet(ArchiveTools tools) {
        ServletRegistrationBean<McpServlet> servlet = new ServletRegistrationBean<>(new McpServlet(tools), PATH);
        servlet.setName("mcp");
        return servlet;
    }
}
