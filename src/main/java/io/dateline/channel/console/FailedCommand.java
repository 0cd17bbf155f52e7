package io.dateline.channel.console;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says in a sentence why a command failed. Dateline's own exceptions carry one for people, and their traces help nobody; of any
 * other the trace is all that there is.
 */
final class FailedCommand implements IExecutionExceptionHandler {

    private static final String OWN = "io.dateline.";

    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult result) {
        Throwable own = own(fault);
        if (own != null) {
            line.getErr().println("dateline: " + own.getMessage());
        } else if (!(line.getCommand() instanceof ServeCommand)) {
            fault.printStackTrace(line.getErr());
        }
        // What else keeps a server from starting was logged by Spring.
        line.getErr().flush();
        return ExitCode.FAILED;
    }

    private static @Nullable Throwable own(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith(OWN)) {
                return cause;
            }
        }
        return null;
    }
}
