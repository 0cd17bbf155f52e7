package io.dateline.channel.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/**
 * {@code dateline ask} where a server runs, with nothing loaded but the JDK: the answer is there before Spring, picocli and
 * Jackson would be. Everything else is left to {@link Commands}.
 */
public final class QuickAsk {

    private QuickAsk() {}

    /** The exit code; empty, and nothing was done, when this is not a question that a running server answers. */
    public static OptionalInt run(String... args) {
        AskArguments asked = AskArguments.read(args).orElse(null);
        try {
            return asked != null && asked.isForTheWeb() && new RunningServer(asked.server()).listens()
                    ? OptionalInt.of(ask(asked, System.in, System.out, System.err))
                    : OptionalInt.empty();
        } catch (IOException e) {
            System.err.println("dateline: " + e.getMessage());
            return OptionalInt.of(ExitCode.FAILED);
        }
    }

    /** Asks the server and prints what it says. */
    static int ask(AskArguments asked, InputStream in, PrintStream out, PrintStream err) throws IOException {
        return new RunningServer(asked.server())
                .ask(question(asked, in), asked.asOf(), form(asked.json()))
                .print(out, err);
    }

    /** Coloured where a person reads it: the launcher knows whether that is a terminal. */
    static AnswerForm form(boolean json) {
        if (json) {
            return AnswerForm.JSON;
        }
        boolean isUnwanted = !System.getenv().getOrDefault("NO_COLOR", "").isEmpty()
                || System.getenv().getOrDefault("TERM", "").equals("dumb");
        return Boolean.getBoolean("dateline.terminal") && !isUnwanted ? AnswerForm.COLOURED : AnswerForm.TEXT;
    }

    static String question(AskArguments asked, InputStream in) throws IOException {
        String text = asked.words().isEmpty()
                ? new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\R", " ")
                : String.join(" ", asked.words());
        return text.strip();
    }
}
