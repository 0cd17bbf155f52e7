package io.dateline.channel.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says about itself. */
@Timeout(60)
class CommandsIT {

    private static final int WIDTH = 80;

    @TempDir
    private Path folder;

    private record Ended(int exit, String said) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "ask",
                "index",
                "mcp",
                "token",
                "token add",
                "completion",
                "evaluate",
                "examine",
                "doctor",
                "demo-model"
            })
    void explainsEveryCommandWithinTheWidthOfATerminal(String command) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        arguments.removeIf(String::isEmpty);
        arguments.add("--help");
        Ended help = dateline(arguments.toArray(String[]::new));

        assertThat(help.exit()).isZero();
        assertThat(help.said()).startsWith("Usage: dateline");
        assertThat(help.said().lines()).allMatch(line -> line.length() <= WIDTH);
    }

    @Test
    void saysWhatWasWrongAndWhatMayHaveBeenMeant() throws Exception {
        Ended unknown = dateline("aks", "Who?");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.said()).isEqualTo("dateline: there is no command 'aks'\nTry: dateline --help\n");
        assertThat(dateline("inde").said()).contains("Did you mean", "index");

        Ended server = dateline("ask", "--server=localhost:8080", "Who?");
        assertThat(server.exit()).isEqualTo(2);
        assertThat(server.said()).contains("--server must begin with http:// or https://, got: localhost:8080");

        Ended shell = dateline("completion", "fish");
        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.said()).contains("must be bash or zsh, got: fish");
    }

    @Test
    void saysInASentenceThatTheIndexIsInUse() throws Exception {
        Path index = Files.createDirectories(folder.resolve("index"));
        Path lock = index.resolve("dateline.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            String setting = "--dateline.index.folder=" + index;

            Ended serve = dateline("serve", "--server.port=0", "--spring.datasource.url=jdbc:h2:mem:in-use", setting);
            assertThat(serve.exit()).isEqualTo(1);
            assertThat(serve.said())
                    .contains("another Dateline is using " + index)
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void completesCommandsAndOptionsInBash() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
        Path script = folder.resolve("completion");
        Files.writeString(script, dateline("completion", "bash").said());

        assertThat(completed(script, "dateline", "as")).contains("ask");
        assertThat(completed(script, "dateline", "ask", "--a")).containsExactly("--as-of");
    }

    private static List<String> completed(Path script, String... words) throws Exception {
        String line = String.join(" ", words);
        String bash = """
                source %s
                COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=%d
                _complete_dateline 2>/dev/null
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, line, words.length - 1, line, line.length());
        return run(List.of("/bin/bash", "-c", bash)).said().lines().toList();
    }

    private static Ended dateline(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.dateline.launch.Launch"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static Ended run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("NO_COLOR", "1"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
