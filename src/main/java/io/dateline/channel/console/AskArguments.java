package io.dateline.channel.console;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code dateline ask} is told.
 *
 * @param words the question; empty when it is on standard input
 * @param json whether the whole answer is wanted
 */
record AskArguments(List<String> words, @Nullable LocalDate asOf, boolean json, URI server) {

    static final String AS_OF = "--as-of";
    static final String JSON = "--json";
    static final String SERVER = "--server";

    static final String USUAL_SERVER = "http://127.0.0.1:8080";

    AskArguments {
        words = List.copyOf(words);
    }

    /**
     * Reads a command line as {@link AskCommand} would; empty when it is for another command, or holds anything that has to be
     * explained.
     */
    static Optional<AskArguments> read(String... args) {
        if (args.length == 0 || !args[0].equals("ask")) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        LocalDate asOf = null;
        boolean json = false;
        URI server = URI.create(USUAL_SERVER);
        for (int i = 1; i < args.length; i++) {
            String arg = args[i];
            if (arg.startsWith("@")) {
                // A file of arguments.
                return Optional.empty();
            }
            if (!arg.startsWith("-")) {
                words.add(arg);
                continue;
            }
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            if (seen.contains(name)) {
                return Optional.empty();
            }
            seen.add(name);
            if (arg.equals(JSON)) {
                json = true;
                continue;
            }
            if (!name.equals(AS_OF) && !name.equals(SERVER)) {
                return Optional.empty();
            }
            if (equals < 0 && ++i == args.length) {
                return Optional.empty();
            }
            String value = equals < 0 ? args[i] : arg.substring(equals + 1);
            try {
                if (name.equals(AS_OF)) {
                    asOf = LocalDate.parse(value);
                } else {
                    server = URI.create(value);
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(new AskArguments(words, asOf, json, server));
    }

    /** Whether the server's address is one. */
    boolean isForTheWeb() {
        String scheme = server.getScheme();
        return server.getHost() != null && ("http".equals(scheme) || "https".equals(scheme));
    }
}
