package io.dateline.channel.mcp;

import io.dateline.channel.PageAddress;
import io.dateline.channel.access.Person;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint of the streamable HTTP transport. It keeps no sessions, so a client goes on after a restart and none can be
 * forgotten; a client that asks for a stream of the server's own messages is told, by 405, that there are none. What it is made
 * of loads with the first request, since few servers get one.
 */
final class McpServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private static final String OWNER = "owner";

    private static final String PAGES = "pages";

    /** Bytes of one message. */
    private static final int LONGEST = 1_000_000;

    /** Longer than the desk lets any answer take. */
    private static final Duration ANSWER = Duration.ofSeconds(150);

    private final transient ArchiveTools tools;
    private transient @Nullable HttpServletStatelessServerTransport transport;
    private transient @Nullable McpStatelessSyncServer server;

    McpServlet(ArchiveTools tools) {
        this.tools = tools;
    }

    @Override
    public void init() {
        HttpServletStatelessServerTransport http = HttpServletStatelessServerTransport.builder()
                .jsonMapper(McpJsonDefaults.getMapper())
                .messageEndpoint(McpConfiguration.PATH)
                .contextExtractor(request -> McpTransportContext.create(
                        Map.of(OWNER, Person.of(request).owner(), PAGES, PageAddress.of(request))))
                .maxRequestSize(LONGEST)
                .build();
        server = McpServer.sync(http)
                .serverInfo("dateline", McpConfiguration.VERSION)
                .instructions(ToolDefinitions.INSTRUCTIONS)
                .requestTimeout(ANSWER)
                .immediateExecution(true)
                .tools(tools.tools().stream()
                        .map(tool -> new SyncToolSpecification(
                                tool.definition(),
                                (context, call) -> ArchiveTools.call(tool, call.arguments(), caller(context))))
                        .toList())
                .build();
        transport = http;
    }

    private static ArchiveTool.Caller caller(McpTransportContext context) {
        return new ArchiveTool.Caller(String.valueOf(context.get(OWNER)), String.valueOf(context.get(PAGES)));
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (transport != null) {
            transport.service(request, response);
        }
    }

    @Override
    public void destroy() {
        if (server != null) {
            server.close();
        }
    }
}
