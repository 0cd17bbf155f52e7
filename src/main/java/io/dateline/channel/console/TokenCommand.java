package io.dateline.channel.console;

import io.dateline.channel.access.TokenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes, lists and revokes tokens. A running server sees the change with its next request. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes, lists and revokes the tokens that dateline.access=token asks for.",
        footer = {
            "",
            "Examples:",
            "  dateline token add ann        prints a token, once; it is stored as a hash",
            "  dateline token list",
            "  dateline token revoke ann     works at once, on a running server too"
        })
final class TokenCommand implements Callable<Integer> {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            defaultValue = "${env:DATELINE_TOKENS_FILE:-data/tokens}",
            description = "Where the tokens are; default $DATELINE_TOKENS_FILE or data/tokens.")
    private Path file = Path.of("data/tokens");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(line(), "Say what to do: add, list or revoke.");
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "Makes a token and prints it.")
    int add(@Parameters(paramLabel = "NAME", description = "Whose it is.") String name) throws IOException {
        String token = checked(() -> new TokenFile(file).add(name, LocalDate.now(ZoneId.systemDefault())));
        line().getOut().println(token);
        line().getErr()
                .println("This is shown once. Sign in to the page with it, or send 'Authorization: Bearer TOKEN'.");
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the names, and when they were made.")
    int list() {
        List<TokenFile.Entry> entries = new TokenFile(file).entries();
        entries.forEach(entry -> line().getOut().println(entry.made() + "  " + entry.name()));
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Makes a token useless.")
    int revoke(@Parameters(paramLabel = "NAME", description = "Whose it is.") String name) throws IOException {
        checked(() -> {
            new TokenFile(file).revoke(name);
            return name;
        });
        return CommandLine.ExitCode.OK;
    }

    private interface Change {

        String make() throws IOException;
    }

    private String checked(Change change) throws IOException {
        try {
            return change.make();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line(), String.valueOf(e.getMessage()), e);
        }
    }

    private CommandLine line() {
        if (spec == null) {
            throw new IllegalStateException("the command is run by picocli alone");
        }
        return spec.commandLine();
    }
}
