package io.dateline.evaluation;

import io.dateline.answering.Answerer;
import io.dateline.index.ArticleIndex;
import io.dateline.retrieval.Retriever;
import io.dateline.retrieval.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
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

/** {@code dateline evaluate}: asks questions whose answers are known, and prints how many were found and answered. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Asks questions whose answers are known and prints recall, the quality of the short answers, refusals and times.",
            "",
            "Questions are JSON Lines with 'question', 'answers' and, if known, 'id', 'askedOn' and 'googleTop' (RealTimeQA's form)."
                    + " A question counts as found when one of its answers stands in the passage, and is asked as of a week after"
                    + " 'askedOn'."
        })
public final class EvaluateCommand implements Callable<Integer> {

    private final Class<?> application;

    @Parameters(index = "0", paramLabel = "ARTICLES", description = "A folder of articles, or one file of them.")
    private Path articles = Path.of("");

    @Parameters(index = "1", paramLabel = "QUESTIONS", description = "A file of questions.")
    private Path questions = Path.of("");

    @Option(
            names = "--index",
            paramLabel = "FOLDER",
            description = "Where the index is built, and found the next time; default ${DEFAULT-VALUE}.")
    private Path index = Path.of("data", "evaluation");

    @Option(
            names = "--part",
            description = "${COMPLETION-CANDIDATES}: a third of the questions is kept aside from tuning; default ALL.")
    private Part part = Part.ALL;

    @Option(names = "--only-searched", description = "Only questions with 'googleTop'.")
    private boolean onlySearched;

    @Option(names = "--most", paramLabel = "N", description = "Only the first N questions.")
    private int most = Integer.MAX_VALUE;

    @Option(names = "--every", paramLabel = "N", description = "Only each N-th question.")
    private int every = 1;

    @Option(
            names = "--without",
            paramLabel = "STAGE",
            split = ",",
            description =
                    "Stages to leave out throughout: ${COMPLETION-CANDIDATES}. Without MEANING no vectors are awaited.")
    private Set<Stage> without = EnumSet.noneOf(Stage.class);

    @Option(
            names = "--no-retrieval",
            description = "Leave out how well passages are found, which takes five passes over the questions.")
    private boolean withoutRetrieval;

    @Option(
            names = "--no-breakdown",
            description = "Find passages with all stages alone, which leaves out four of the five passes.")
    private boolean withoutBreakdown;

    @Option(names = "--answers", description = "Also compose the answers, and judge their short form.")
    private boolean answers;

    @Option(
            names = "--refusals",
            description = "Also ask each question as if no article that holds an answer were in the archive.")
    private boolean refusals;

    @Option(
            names = "--curve",
            paramLabel = "FILE",
            description =
                    "Also ask each question without a threshold, tell how far the confidence is to be believed, and draw here, as SVG, how many"
                            + " answers are wrong by how many are given.")
    private @Nullable Path curve;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures here as JSON.")
    private @Nullable Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Write the table here as Markdown.")
    private @Nullable Path markdown;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param application the Spring application whose retriever and answerer are evaluated */
    public EvaluateCommand(Class<?> application) {
        this.application = application;
    }

    /** Which questions. */
    enum Part {
        /** Two thirds, to choose by. */
        TUNE,
        /** The third that was kept aside. */
        REPORT,
        ALL
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine line = commandLine();
        List<GoldQuestion> asked = chosen(line);
        ArticleIndex.Size size;
        List<Run> runs;
        try (ConfigurableApplicationContext context = start()) {
            ArticleIndex archive = context.getBean(ArticleIndex.class);
            EvaluatedArchive.await(context, !without.contains(Stage.MEANING), EvaluatedArchive.told(line.getErr()));
            size = archive.size();
            runs = runs(context, new Evaluation(asked, EvaluatedArchive.told(line.getErr())));
        }
        if (curve != null) {
            runs.add(draw(curve, asked, line));
        }
        EvaluationReport report = new EvaluationReport(
                size.articles(),
                size.passages(),
                size.vectors(),
                part.name().toLowerCase(Locale.ROOT),
                asked.size(),
                runs);
        line.getErr().println();
        line.getOut().print(report.markdown());
        line.getOut().flush();
        write(report);
        return CommandLine.ExitCode.OK;
    }

    private Run draw(Path file, List<GoldQuestion> asked, CommandLine line) throws IOException, InterruptedException {
        try (ConfigurableApplicationContext context = start("dateline.answering.threshold=0")) {
            EvaluatedArchive.await(context, !without.contains(Stage.MEANING), EvaluatedArchive.told(line.getErr()));
            RiskCoverage risks = new RiskCoverage();
            Run run = new Evaluation(asked, EvaluatedArchive.told(line.getErr()))
                    .unrefused("answers without a threshold", context.getBean(Answerer.class), risks);
            Files.writeString(file, risks.chart().svg());
            return run;
        }
    }

    private List<GoldQuestion> chosen(CommandLine line) throws IOException {
        for (Path file : List.of(articles, questions)) {
            if (!Files.exists(file)) {
                throw new ParameterException(line, "there is no " + file);
            }
        }
        if (every < 1) {
            throw new ParameterException(line, "--every must be at least 1, got: " + every);
        }
        List<GoldQuestion> chosen;
        try {
            List<GoldQuestion> wanted = GoldQuestion.read(questions).stream()
                    .filter(question -> !onlySearched || question.wasSearched())
                    .filter(question -> part == Part.ALL || question.isKeptAside() == (part == Part.REPORT))
                    .toList();
            chosen = IntStream.range(0, wanted.size())
                    .filter(i -> i % every == 0)
                    .mapToObj(wanted::get)
                    .limit(most)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(line, String.valueOf(e.getMessage()), e);
        }
        if (chosen.isEmpty()) {
            throw new ParameterException(line, "no question of " + questions + " was chosen");
        }
        return chosen;
    }

    private ConfigurableApplicationContext start(String... settings) throws IOException {
        return new EvaluatedArchive(articles, index)
                .prepare(application)
                .initializers(WithheldArticles::register)
                .properties(settings)
                .run();
    }

    private List<Run> runs(ConfigurableApplicationContext context, Evaluation evaluation) throws InterruptedException {
        List<Run> runs = new ArrayList<>();
        if (!withoutRetrieval) {
            runs.addAll(retrieval(context.getBean(Retriever.class), evaluation));
        }
        Answerer answerer = context.getBean(Answerer.class);
        if (answers) {
            runs.add(evaluation.answers("answers", answerer));
        }
        if (refusals) {
            runs.add(evaluation.refusals(
                    "answers, evidence withheld", answerer, context.getBean(WithheldArticles.class)));
        }
        return runs;
    }

    /** With all stages, without each, and by words alone. */
    private List<Run> retrieval(Retriever retriever, Evaluation evaluation) {
        List<Run> runs = new ArrayList<>();
        runs.add(evaluation.retrieval("all stages", retriever, without));
        if (withoutBreakdown) {
            return runs;
        }
        for (Stage stage : List.of(Stage.READER, Stage.DATE, Stage.MEANING)) {
            if (!without.contains(stage)) {
                runs.add(evaluation.retrieval("without " + stage.label(), retriever, added(without, stage)));
            }
        }
        runs.add(evaluation.retrieval("words alone", retriever, EnumSet.complementOf(EnumSet.of(Stage.WORDS))));
        return runs;
    }

    private static Set<Stage> added(Set<Stage> stages, Stage stage) {
        EnumSet<Stage> all = EnumSet.of(stage);
        all.addAll(stages);
        return all;
    }

    private void write(EvaluationReport report) throws IOException {
        if (json != null) {
            Files.writeString(
                    json, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        }
        if (markdown != null) {
            Files.writeString(markdown, report.markdown(), StandardCharsets.UTF_8);
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("the command is run by picocli alone");
        }
        return spec.commandLine();
    }
}
