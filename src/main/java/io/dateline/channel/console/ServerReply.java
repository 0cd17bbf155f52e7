package io.dateline.channel.console;

import java.io.PrintStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a running server said to a question.
 *
 * @param status of HTTP
 * @param answerStatus {@code answered}, {@code not_found}, {@code declined} or {@code chat}; null when there is no answer
 */
record ServerReply(URI server, int status, @Nullable String answerStatus, String body) {

    private static final int BAD_REQUEST = 400;

    private static final int UNAUTHORIZED = 401;

    /**
     * Prints the answer, or why there is none.
     *
     * @return the exit code
     */
    int print(PrintStream out, PrintStream err) {
        if (status == 200 && answerStatus != null) {
            out.print(body.endsWith("\n") ? body : body + "\n");
            out.flush();
            return answerStatus.equals("not_found") ? ExitCode.NOT_IN_THE_ARCHIVE : ExitCode.ANSWERED;
        }
        err.println("dateline: " + trouble());
        return status == BAD_REQUEST ? ExitCode.WRONG_USAGE : ExitCode.FAILED;
    }

    private String trouble() {
        return switch (status) {
            case BAD_REQUEST -> ProblemSentence.of(body);
            case UNAUTHORIZED ->
                "the server at " + server + " wants to know who asks: set DATELINE_TOKEN to a token it knows";
            default -> "the server at " + server + " answered with status " + status + ": " + ProblemSentence.of(body);
        };
    }
}
