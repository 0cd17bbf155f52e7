/** Dateline as a server of the Model Context Protocol: over HTTP at {@code /mcp}, and over standard input and output. */
@NullMarked
package io.dateline.channel.mcp;

import org.jspecify.annotations.NullMarked;
