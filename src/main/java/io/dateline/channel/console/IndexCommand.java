package io.dateline.channel.console;

import io.dateline.fetching.ArticlePages;
import io.dateline.index.Additions;
import io.dateline.index.ArticleIndex;
import io.dateline.index.BulkIngestion;
import io.dateline.index.BulkIngestion.Outcome;
import io.dateline.index.IndexWriteException;
import io.dateline.index.Rejection;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = {
            "Takes up files and folders of articles, wherever they lie, and pages of the web, and says what was skipped and why.",
            "",
            "Stopped with Ctrl-C it keeps what it has read, and goes on when it is called again. What was read before and did not"
                    + " change is not read again; articles of files that are gone from a folder named are removed. The server must"
                    + " not be running; while it runs, put files into the article folder, or send them to POST /api/articles."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:taken up", "1:failed", "2:wrong usage", "130:stopped"})
final class IndexCommand implements Callable<Integer> {

    private static final int STOPPED = 130;
    private static final int MOST_SHOWN = 20;

    private final Class<?> application;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A file or a folder of articles, or the address of an article's page.")
    private List<String> named = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    IndexCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
        List<String> addresses = named.stream().filter(IndexCommand::isAddress).toList();
        List<Path> paths =
                named.stream().filter(one -> !isAddress(one)).map(Path::of).toList();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new ParameterException(line, "there is no " + path);
            }
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(
                        "--logging.level.root=error",
                        "--logging.level.org.springframework.boot=off",
                        "--spring.datasource.url=jdbc:h2:mem:index")) {
            boolean wasFetched = addresses.isEmpty() || fetch(context, addresses, line);
            int exit = paths.isEmpty() ? CommandLine.ExitCode.OK : take(context, paths, line);
            return exit == CommandLine.ExitCode.OK && !wasFetched ? CommandLine.ExitCode.SOFTWARE : exit;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return STOPPED;
        } catch (UncheckedIOException | IndexWriteException e) {
            line.getErr().println("dateline: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static boolean isAddress(String named) {
        return named.matches("(?i)https?://.*");
    }

    /** False if none of the pages has an article. */
    private static boolean fetch(ConfigurableApplicationContext context, List<String> addresses, CommandLine line)
            throws InterruptedException {
        FetchedPages fetched = FetchedPages.of(context.getBean(ArticlePages.class), addresses);
        if (!fetched.articles().isEmpty()) {
            context.getBean(Additions.class).add(fetched.articles());
        }
        PrintWriter out = line.getOut();
        fetched.articles().forEach(article -> out.println("Added “" + article.title() + "”"));
        printSkipped(fetched.rejections(), fetched.rejections().size(), out);
        out.flush();
        return !fetched.articles().isEmpty();
    }

    private static int take(ConfigurableApplicationContext context, List<Path> paths, CommandLine line) {
        ProgressBar bar =
                new ProgressBar(line.getErr(), line.getColorScheme().ansi().enabled(), System::nanoTime);
        try {
            Outcome outcome = context.getBean(BulkIngestion.class).take(paths, bar);
            bar.end();
            print(outcome, context.getBean(ArticleIndex.class).size(), line.getOut());
            return CommandLine.ExitCode.OK;
        } catch (CancellationException e) {
            bar.end();
            line.getErr().println("Stopped. What was read is kept; the same command goes on with the rest.");
            return STOPPED;
        }
    }

    private static void print(Outcome outcome, ArticleIndex.Size size, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "Read %,d files: %,d articles new or changed, %,d unchanged, %,d removed. The archive has %,d.%n",
                outcome.files(),
                outcome.added(),
                outcome.unchanged(),
                outcome.removed(),
                size.articles());
        printSkipped(
                outcome.rejections(),
                Math.max(outcome.rejected(), outcome.rejections().size()),
                out);
        out.flush();
    }

    private static void printSkipped(List<Rejection> rejections, int inAll, PrintWriter out) {
        if (!rejections.isEmpty()) {
            out.println("Skipped:");
        }
        rejections.stream()
                .limit(MOST_SHOWN)
                .forEach(skipped -> out.println("  " + skipped.where() + " " + skipped.why()));
        int more = inAll - Math.min(MOST_SHOWN, rejections.size());
        if (more > 0) {
            out.printf(Locale.ROOT, "  and %,d more%n", more);
        }
    }
}
