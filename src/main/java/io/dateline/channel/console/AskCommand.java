package io.dateline.channel.console;

import io.dateline.answering.Answer;
import io.dateline.answering.Question;
import io.dateline.channel.TerminalText;
import io.dateline.desk.AnswerJson;
import io.dateline.index.Filter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
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
        description = {
            "Answers one question, with numbered sources. Asks the running server, else opens the index itself.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:answered", "1:failed", "2:wrong usage", "3:not in the archive"},
        footer = {
            "",
            "Environment:",
            "  DATELINE_TOKEN   the token for a server that asks who you are",
            "  NO_COLOR         no colours when set",
            "",
            "Examples:",
            "  dateline ask \"Where did the talks take place?\"",
            "  dateline ask --as-of 2023-03-01 Who is president of Belarus",
            "  echo \"Who welcomed it?\" | dateline ask --json | jq -r .fact.text",
            "  dateline ask \"Was it signed?\" >/dev/null && echo yes, the archive tells"
        })
final class AskCommand implements Callable<Integer> {

    private final Class<?> application;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUESTION",
            description = "The question, in one or several words; read from standard input when left out.")
    private List<String> words = List.of();

    @Option(
            names = AskArguments.AS_OF,
            paramLabel = "DATE",
            description = "Leave out what was published after this day, such as 2023-03-01.")
    private @Nullable LocalDate asOf;

    @Option(names = AskArguments.JSON, description = "Print the whole answer as JSON.")
    private boolean json;

    @Option(
            names = AskArguments.SERVER,
            paramLabel = "URL",
            defaultValue = AskArguments.USUAL_SERVER,
            description = "The server to ask; default ${DEFAULT-VALUE}.")
    private URI server = URI.create(AskArguments.USUAL_SERVER);

    @Spec
    private @Nullable CommandSpec spec;

    AskCommand(Class<?> application) {
        this.application = application;
    }

    AskArguments arguments() {
        return new AskArguments(words, asOf, json, server);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine line = commandLine();
        AskArguments asked = arguments();
        if (!asked.isForTheWeb()) {
            throw new ParameterException(
                    line, AskArguments.SERVER + " must begin with http:// or https://, got: " + server);
        }
        try {
            return new RunningServer(server).listens()
                    ? QuickAsk.ask(asked, System.in, System.out, System.err)
                    : askOwnIndex(asked, line);
        } catch (IOException e) {
            System.err.println("dateline: " + e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private int askOwnIndex(AskArguments asked, CommandLine line) throws IOException, InterruptedException {
        Answer answer = new OwnIndex(application).ask(question(asked, line));
        AnswerForm form = QuickAsk.form(json);
        PrintStream out = System.out;
        out.println(
                form == AnswerForm.JSON
                        ? new AnswerJson(AnswerJson.configure(JsonMapper.builder())
                                        .build())
                                .write(answer)
                        : TerminalText.of(answer, form == AnswerForm.COLOURED));
        return answer.status() == Answer.Status.NOT_FOUND ? ExitCode.NOT_IN_THE_ARCHIVE : ExitCode.ANSWERED;
    }

    private static Question question(AskArguments asked, CommandLine line) throws IOException {
        Filter filter = asked.asOf() == null ? Filter.NONE : Filter.asOf(asked.asOf());
        try {
            return new Question(UUID.randomUUID().toString(), null, QuickAsk.question(asked, System.in), filter);
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
}
