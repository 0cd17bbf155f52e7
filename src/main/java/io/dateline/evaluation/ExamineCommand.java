package io.dateline.evaluation;

import io.dateline.answering.Answerer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code dateline examine}: lets a language model answer questions, and prints how much of what it wrote was supported. */
@Command(
        name = "examine",
        mixinStandardHelpOptions = true,
        description = {
            "Lets a language model answer questions, and prints how many of its statements were shown as supported, as unsupported,"
                    + " and how many answers were replaced by quoting.",
            "",
            "Questions are JSON Lines with 'question' and, if known, 'askedOn'. Those shown as supported although a name or number"
                    + " in them is in no cited sentence, letter for letter, are listed for you to read.",
            "",
            "At the end an answer is stopped, two people ask at once, and a model is asked for that the server does not have."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:examined", "1:failed", "2:wrong usage"})
public final class ExamineCommand implements Callable<Integer> {

    private final Class<?> application;

    @Parameters(index = "0", paramLabel = "URL", description = "The server, such as http://127.0.0.1:11434/v1.")
    private URI server = URI.create("");

    @Parameters(index = "1", paramLabel = "MODEL", description = "The model's name.")
    private String model = "";

    @Parameters(index = "2", paramLabel = "ARTICLES", description = "A folder of articles, or one file of them.")
    private Path articles = Path.of("");

    @Parameters(index = "3", paramLabel = "QUESTIONS", description = "A file of questions.")
    private Path questions = Path.of("");

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description =
                    "Whose protocol the server speaks: openai, ollama, anthropic, gemini; default ${DEFAULT-VALUE}.")
    private String provider = "openai";

    @Option(
            names = "--index",
            paramLabel = "FOLDER",
            description = "Where the index is built, and found the next time; default ${DEFAULT-VALUE}.")
    private Path index = Path.of("data", "evaluation");

    @Option(names = "--every", paramLabel = "N", description = "Only each N-th question.")
    private int every = 1;

    @Option(names = "--most", paramLabel = "N", description = "Only the first N questions.")
    private int most = Integer.MAX_VALUE;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "How many questions are asked at the same time; default ${DEFAULT-VALUE}.")
    private int atOnce = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "Write every answer's statements here, as JSON Lines.")
    private @Nullable Path json;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param application the Spring application whose answerer asks the model */
    public ExamineCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        CommandLine line = commandLine();
        List<ExamQuestion> asked = chosen(line);
        ExamQuestion tried;
        try (ConfigurableApplicationContext context = start(model)) {
            EvaluatedArchive.await(context, true, EvaluatedArchive.told(line.getErr()));
            Answerer answerer = context.getBean(Answerer.class);
            List<ExaminedAnswer> answers =
                    ask(asked, answerer, new Steps("asking", asked.size(), EvaluatedArchive.told(line.getErr())));
            line.getErr().println();
            line.getOut().print(new ExamReport(model, answers).text());
            line.getOut().flush();
            tried = toTry(asked, answers);
            ModelTrials trials = new ModelTrials(tried, answerer);
            line.getOut().print(trials.stopping());
            line.getOut().print(trials.twoAtOnce());
            line.getOut().flush();
        }
        try (ConfigurableApplicationContext context = start(model + "-that-is-not-there")) {
            line.getOut().print(new ModelTrials(tried, context.getBean(Answerer.class)).wrongName());
            line.getOut().flush();
        }
        return CommandLine.ExitCode.OK;
    }

    private ConfigurableApplicationContext start(String name) throws IOException {
        // Arguments, since these go before what the environment says; the key stays there.
        return new EvaluatedArchive(articles, index)
                .prepare(application)
                .run(
                        "--dateline.model.provider=" + provider,
                        "--dateline.model.base-url=" + server,
                        "--dateline.model.name=" + name);
    }

    /** The question to which the model wrote most. */
    private static ExamQuestion toTry(List<ExamQuestion> asked, List<ExaminedAnswer> answers) {
        return IntStream.range(0, asked.size())
                .boxed()
                .max(Comparator.comparingInt(i -> answers.get(i).statements().size()))
                .map(asked::get)
                .orElseThrow();
    }

    private List<ExaminedAnswer> ask(List<ExamQuestion> asked, Answerer answerer, Steps steps)
            throws InterruptedException, ExecutionException, IOException {
        List<ExaminedAnswer> answers = new ArrayList<>();
        if (json != null) {
            Files.deleteIfExists(json);
        }
        try (ExecutorService people =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<Future<ExaminedAnswer>> asking = asked.stream()
                    .map(question -> people.submit(() -> ExaminedAnswer.ask(question, model, answerer)))
                    .toList();
            for (Future<ExaminedAnswer> future : asking) {
                ExaminedAnswer answer = future.get();
                answers.add(answer);
                write(answer);
                steps.done();
            }
        }
        return answers;
    }

    /** At once, since a model may take hours for all of them. */
    private void write(ExaminedAnswer answer) {
        if (json == null) {
            return;
        }
        try {
            Files.writeString(
                    json,
                    JsonMapper.shared().writeValueAsString(answer) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + json, e);
        }
    }

    private List<ExamQuestion> chosen(CommandLine line) throws IOException {
        for (Path file : List.of(articles, questions)) {
            if (!Files.exists(file)) {
                throw new ParameterException(line, "there is no " + file);
            }
        }
        if (every < 1 || atOnce < 1) {
            throw new ParameterException(
                    line, "--every and --at-once must be at least 1, got: " + every + " and " + atOnce);
        }
        try {
            List<ExamQuestion> all = ExamQuestion.read(questions);
            if (all.isEmpty() || most < 1) {
                throw new ParameterException(line, "there is no question to ask in " + questions);
            }
            return IntStream.range(0, all.size())
                    .filter(i -> i % every == 0)
                    .mapToObj(all::get)
                    .limit(most)
                    .toList();
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
