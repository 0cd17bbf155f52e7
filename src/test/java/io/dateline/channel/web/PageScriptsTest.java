package io.dateline.channel.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs the tests of what the page computes, where there is a Node.js that can. */
class PageScriptsTest {

    private static final Path SCRIPTS = Path.of("src/test/javascript");
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void scriptsOfThePagePassTheirTests() throws Exception {
        assumeTrue(isNodeThatMocksTheClock(), "needs Node.js 20.11 or newer, whose test runner mocks the clock");
        List<String> command = new ArrayList<>(List.of("node", "--test"));
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.js"))
                    .sorted()
                    .forEach(command::add);
        }
        assertThat(command).hasSizeGreaterThan(2);

        Run run = run(command);

        assertThat(run.exitValue()).as(run.output()).isZero();
    }

    private static boolean isNodeThatMocksTheClock() throws InterruptedException {
        try {
            Matcher version =
                    VERSION.matcher(run(List.of("node", "--version")).output().strip());
            return version.matches() && isModern(number(version, 1), number(version, 2));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isModern(int major, int minor) {
        return major > 20 || (major == 20 && minor >= 11);
    }

    private static int number(Matcher version, int group) {
        return Integer.parseInt(version.group(group));
    }

    private record Run(int exitValue, String output) {}

    private static Run run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("page-scripts", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Run(1, "not done after " + PATIENCE);
            }
            return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }
}
