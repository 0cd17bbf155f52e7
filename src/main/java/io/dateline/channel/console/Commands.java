package io.dateline.channel.console;

import io.dateline.channel.demo.DemoModelCommand;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;

/** The command line. */
@Command(
        name = "dateline",
        description = "Answers questions about a collection of news articles, and quotes them.",
        mixinStandardHelpOptions = true,
        version = "Dateline 0.1.0",
        subcommands = HelpCommand.class,
        footer = {
            "",
            "Settings are given as --name=value to serve, or in the environment; the README lists them.",
            "Examples:",
            "  dateline                                  serve the page on localhost:8080",
            "  dateline --server.port=9000               the same on another port",
            "  dateline ask \"Where did the talks take place?\"",
            "  echo \"Who welcomed it?\" | dateline ask --json",
            "  dateline index ~/archive feed.jsonl.gz    take up articles that lie elsewhere"
        })
public final class Commands {

    private Commands() {}

    /**
     * Runs the command that the arguments name, {@code serve} when they name none.
     *
     * @param application the Spring application behind all commands
     * @param others commands that are no channel, by name
     * @return the exit code, or nothing when a server was started that goes on
     */
    public static OptionalInt run(Class<?> application, Map<String, Object> others, String... args) {
        ServeCommand serve = new ServeCommand(application);
        CommandLine line = new CommandLine(new Commands())
                .addSubcommand("serve", serve)
                .addSubcommand("ask", new AskCommand(application))
                .addSubcommand("index", new IndexCommand(application))
                .addSubcommand("mcp", new McpCommand(application))
                .addSubcommand("doctor", new DoctorCommand(application))
                .addSubcommand("demo-model", new DemoModelCommand())
                .addSubcommand("token", new TokenCommand())
                .addSubcommand("completion", new CompletionCommand())
                .addSubcommand("rehearse", new RehearseCommand(application));
        others.forEach(line::addSubcommand);
        line.setParameterExceptionHandler(new WrongUsage());
        line.setExecutionExceptionHandler(new FailedCommand());
        line.registerConverter(LocalDate.class, Commands::day);
        int exit = line.execute(withCommand(args));
        return serve.started() ? OptionalInt.empty() : OptionalInt.of(exit);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("must be a date such as 2023-03-01, got: " + text);
        }
    }

    /** Settings alone, or nothing, mean {@code serve}. */
    private static String[] withCommand(String... args) {
        boolean isCommand = args.length > 0
                && (!args[0].startsWith("-")
                        || List.of("-h", "--help", "-V", "--version").contains(args[0]));
        if (isCommand) {
            return args;
        }
        List<String> all = new ArrayList<>(List.of(args));
        all.addFirst("serve");
        return all.toArray(String[]::new);
    }
}
