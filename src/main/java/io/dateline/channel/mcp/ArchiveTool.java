package io.dateline.channel.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;

/** Something a model may call. */
record ArchiveTool(Tool definition, Action action) {

    @FunctionalInterface
    interface Action {

        /**
         * @param owner who calls, see {@link io.dateline.answering.Question#owner()}
         * @throws io.dateline.channel.BadRequestException when an argument cannot be used
         */
        CallToolResult call(ToolArguments arguments, String owner) throws InterruptedException;
    }
}
