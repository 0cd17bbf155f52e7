package io.dateline.channel.console;

import io.dateline.channel.mcp.ArchiveTools;
import io.dateline.channel.mcp.StdioMcp;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the archive to a program over standard input and output, by the Model Context Protocol."
                    + " Speaks for the running server, else opens the index itself.",
            "Programs that speak streamable HTTP reach a running server at /mcp instead."
        })
final class McpCommand implements Callable<Integer> {

    private final Class<?> application;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = AskArguments.USUAL_SERVER,
            description = "The server to speak for; default ${DEFAULT-VALUE}.")
    private URI server = URI.create(AskArguments.USUAL_SERVER);

    McpCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintStream protocol = System.out;
        // Standard output carries the protocol and nothing else; what is logged goes where people look for it.
        System.setOut(System.err);
        try {
            if (new RunningServer(server).listens()) {
                new McpBridge(server.resolve("/mcp"), protocol).run(System.in);
            } else {
                try (ConfigurableApplicationContext context = new OwnIndex(application).open()) {
                    StdioMcp.serve(context.getBean(ArchiveTools.class), server.toString(), System.in, protocol);
                }
            }
        } finally {
            System.setOut(protocol);
        }
        return CommandLine.ExitCode.OK;
    }
}
