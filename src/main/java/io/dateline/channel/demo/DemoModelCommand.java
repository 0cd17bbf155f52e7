package io.dateline.channel.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dateline demo-model}. */
@Command(
        name = "demo-model",
        mixinStandardHelpOptions = true,
        description = {
            "Serves a stand-in for a language model, to see what Dateline does with one. It is a script and understands nothing:"
                    + " it repeats two sentences of the evidence, and adds one that is made up.",
            "",
            "Ctrl-C ends it."
        })
public final class DemoModelCommand implements Callable<Integer> {

    private static final Duration PACE = Duration.ofMillis(40);

    @Option(names = "--port", description = "Default ${DEFAULT-VALUE}.")
    private int port = 11435;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine line = spec == null ? new CommandLine(this) : spec.commandLine();
        try (DemoModel model = new DemoModel(port, new DemoScript(), PACE)) {
            model.start();
            PrintWriter out = line.getOut();
            out.println("A script that stands in for a language model, at " + model.address() + ". Connect it with");
            out.println("  DATELINE_MODEL_BASE_URL=" + model.address() + " DATELINE_MODEL_NAME=" + DemoModel.NAME
                    + " ./dateline");
            out.flush();
            new CountDownLatch(1).await();
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            line.getErr().println("dateline: cannot serve on port " + port + ": " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }
}
