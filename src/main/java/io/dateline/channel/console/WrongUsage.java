package io.dateline.channel.console;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a sentence what was wrong, and where to read on; the whole help would push the sentence off the screen. */
final class WrongUsage implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        String command = line.getCommandSpec().qualifiedName();
        boolean isNoCommand = e instanceof UnmatchedArgumentException && line.getParent() == null;
        err.println(
                isNoCommand
                        ? "dateline: there is no command '"
                                + ((UnmatchedArgumentException) e)
                                        .getUnmatched()
                                        .getFirst() + "'"
                        : command + ": " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try: " + command + " --help");
        return ExitCode.WRONG_USAGE;
    }
}
