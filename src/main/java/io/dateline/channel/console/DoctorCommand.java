package io.dateline.channel.console;

import io.dateline.answering.ModelStatus;
import io.dateline.index.ArticleIndex;
import io.dateline.index.IndexInUseException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what is there and what is wrong: Java, the index, the language model.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:something is wrong", "2:wrong usage"})
final class DoctorCommand implements Callable<Integer> {

    private final Class<?> application;

    @Spec
    private @Nullable CommandSpec spec;

    DoctorCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        PrintWriter out = (spec == null ? new CommandLine(this) : spec.commandLine()).getOut();
        tell(out, true, "Java", Runtime.version() + ", " + System.getProperty("java.vendor"));
        boolean isWell;
        try (ConfigurableApplicationContext context = new OwnIndex(application).open()) {
            index(out, context.getBean(ArticleIndex.class).size());
            isWell = model(out, context.getBean(ModelStatus.class).report());
        } catch (BeansException e) {
            isWell = refused(out, e);
        }
        out.flush();
        return isWell ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static void index(PrintWriter out, ArticleIndex.Size size) {
        tell(
                out,
                true,
                "Index",
                String.format(
                        Locale.ROOT,
                        "%,d articles, %,d passages, %,d of %,d vectors",
                        size.articles(),
                        size.passages(),
                        size.vectors(),
                        size.embeddable()));
    }

    /** That none is connected is no fault. */
    private static boolean model(PrintWriter out, ModelStatus.Report report) {
        return tell(out, report.answers() || report.name() == null, "Language model", report.words());
    }

    private static boolean refused(PrintWriter out, BeansException refusal) {
        Throwable cause = refusal.getMostSpecificCause();
        return cause instanceof IndexInUseException
                ? tell(out, true, "Index", cause.getMessage() + "; the page of that one says more")
                : tell(out, false, "Index", String.valueOf(cause.getMessage()));
    }

    private static boolean tell(PrintWriter out, boolean isWell, String what, @Nullable String words) {
        out.printf(Locale.ROOT, "%s %-15s %s%n", isWell ? "ok " : "BAD", what, words);
        return isWell;
    }
}
