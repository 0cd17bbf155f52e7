package io.dateline.channel.mcp;

import io.dateline.answering.Question;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;

/** The Model Context Protocol over a pair of streams, one message a line. */
public final class StdioMcp {

    private StdioMcp() {}

    /** Serves until the client closes {@code in}. */
    public static void serve(ArchiveTools tools, String pages, InputStream in, OutputStream out)
            throws InterruptedException {
        ArchiveTool.Caller caller = new ArchiveTool.Caller(Question.NOBODY, pages);
        CountDownLatch closed = new CountDownLatch(1);
        McpSyncServer server = McpServer.sync(new StdioServerTransportProvider(
                        McpJsonDefaults.getMapper(), new EndTold(in, closed::countDown), out))
                .serverInfo("dateline", McpConfiguration.VERSION)
                .instructions(ToolDefinitions.INSTRUCTIONS)
                .tools(tools.tools().stream()
                        .map(tool -> new SyncToolSpecification(
                                tool.definition(),
                                (exchange, call) -> ArchiveTools.call(tool, call.arguments(), caller)))
                        .toList())
                .build();
        closed.await();
        server.closeGracefully();
    }

    /** The transport stops at the end of its input and tells nobody. */
    private static final class EndTold extends FilterInputStream {

        private final Runnable atEnd;

        EndTold(InputStream in, Runnable atEnd) {
            super(in);
            this.atEnd = atEnd;
        }

        @Override
        public int read() throws IOException {
            return told(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return told(super.read(bytes, offset, length));
        }

        private int told(int read) {
            if (read < 0) {
                atEnd.run();
            }
            return read;
        }
    }
}
