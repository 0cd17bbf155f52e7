package io.dateline.channel.mcp;

import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;

/** Something a model may call. */
record ArchiveTool(Tool definition, Action action) {

    @FunctionalInterface
    interface Action {

        /** @throws io.dateline.channel.BadRequestException when an argument cannot be used */
        CallToolResult call(ToolArguments arguments) throws InterruptedException;
    }
}
