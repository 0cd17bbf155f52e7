package io.dateline.channel.console;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerJson;
import io.dateline.answering.Question;
import io.dateline.index.Filter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description =
                "Answers one question, with numbered sources. Asks the running server, else opens the index itself.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:answered", "1:failed", "2:wrong usage", "3:not in the archive"})
final class AskCommand implements Callable<Integer> {

    private static final int NOT_IN_THE_ARCHIVE = 3;

    private final Class<?> application;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUESTION",
            description = "The question; read from standard input when left out.")
    private List<String> words = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Leave out what was published after this day, such as 2023-03-01.")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Print the whole answer as JSON.")
    private boolean json;

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "The server to ask; default ${DEFAULT-VALUE}.")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Spec
    private @Nullable CommandSpec spec;

    AskCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine line = commandLine();
        Question question = question(line);
        AnswerJson format =
                new AnswerJson(AnswerJson.configure(JsonMapper.builder()).build());
        Optional<Answer> remote;
        try {
            remote = new RunningServer(server, format).ask(question);
        } catch (IOException e) {
            line.getErr().println("dateline: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        Answer answer = remote.isPresent() ? remote.get() : new OwnIndex(application).ask(question);
        PrintWriter out = line.getOut();
        if (json) {
            out.println(format.write(answer));
        } else {
            new AnswerPrinter(out, line.getColorScheme().ansi()).print(answer);
        }
        out.flush();
        return answer.status() == Answer.Status.NOT_FOUND ? NOT_IN_THE_ARCHIVE : CommandLine.ExitCode.OK;
    }

    private Question question(CommandLine line) throws IOException {
        String text = words.isEmpty() ? standardInput() : String.join(" ", words);
        try {
            Filter filter = asOf == null ? Filter.NONE : Filter.asOf(asOf);
            return new Question(UUID.randomUUID().toString(), null, text.strip(), filter);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, String.valueOf(e.getMessage()), e);
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("the command is run by picocli alone");
        }
        return spec.commandLine();
    }

    private static String standardInput() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return in.lines().collect(Collectors.joining(" "));
        }
    }
}
