package io.dateline.channel.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;

/** Something a model may call. */
record ArchiveTool(Tool definition, Action action) {

    /**
     * Who calls.
     *
     * @param owner see {@link io.dateline.answering.Question#owner()}
     * @param pages where they reach this server's pages, such as {@code http://localhost:8080}
     */
    record Caller(String owner, String pages) {}

    @FunctionalInterface
    interface Action {

        /**
         * @throws io.dateline.channel.BadRequestException when an argument cannot be used
         */
        CallToolResult call(ToolArguments arguments, Caller caller) throws InterruptedException;
    }
}
