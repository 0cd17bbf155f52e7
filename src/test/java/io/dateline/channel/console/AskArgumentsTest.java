package io.dateline.channel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The quick way reads a command line as the command does, or leaves it alone. */
class AskArgumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who?",
                "Who signed the treaty?",
                "",
                "--json",
                "--json Who?",
                "Who --json signed it?",
                "--as-of 2023-03-01 Who?",
                "Who? --as-of=2023-03-01",
                "--server http://localhost:9000 --as-of 2024-02-29 --json Who signed it?",
                "--server=https://news.example.org/ Who?"
            })
    void readsWhatTheCommandReads(String line) {
        String[] args = split(line);
        AskCommand command = new AskCommand(AskArgumentsTest.class);
        new CommandLine(command).parseArgs(List.of(args).subList(1, args.length).toArray(String[]::new));

        assertThat(AskArguments.read(args)).contains(command.arguments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "--jsn Who?",
                "--json=maybe Who?",
                "--json --json Who?",
                "--as-of",
                "--as-of yesterday Who?",
                "--as-of=2023-02-30 Who?",
                "--as-of 2023-01-01 --as-of 2023-01-02 Who?",
                "--server http://[ Who?",
                "-- --json",
                "- Who?",
                "@arguments Who?"
            })
    void leavesAloneWhatHasToBeExplained(String line) {
        assertThat(AskArguments.read(split(line))).isEmpty();
    }

    @Test
    void leavesOtherCommandsAlone() {
        assertThat(AskArguments.read()).isEmpty();
        assertThat(AskArguments.read("--server.port=9000")).isEmpty();
        assertThat(AskArguments.read("index", "ask")).isEmpty();
    }

    /** A new option has to be decided on here too. */
    @Test
    void knowsEveryOptionOfTheCommand() {
        assertThat(new CommandLine(new AskCommand(AskArgumentsTest.class))
                        .getCommandSpec().options().stream()
                                .filter(option -> !option.usageHelp() && !option.versionHelp())
                                .map(OptionSpec::longestName))
                .containsExactlyInAnyOrder(AskArguments.AS_OF, AskArguments.JSON, AskArguments.SERVER);
    }

    private static String[] split(String line) {
        return line.isEmpty() ? new String[] {"ask"} : ("ask " + line).split(" ");
    }
}
