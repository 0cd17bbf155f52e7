package io.dateline.channel.console;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete the commands and options of {@code dateline}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script by which the shell completes commands and options.",
        footer = {"", "Examples:", "  source <(dateline completion bash)      in ~/.bashrc, or in ~/.zshrc with zsh"})
final class CompletionCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SHELL", description = "bash or zsh; one script does for both.")
    private String shell = "bash";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("the command is run by picocli alone");
        }
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new ParameterException(spec.commandLine(), "The shell must be bash or zsh, got: " + shell);
        }
        spec.commandLine()
                .getOut()
                .println(AutoComplete.bash("dateline", spec.root().commandLine()));
        return CommandLine.ExitCode.OK;
    }
}
