package io.dateline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ExitWhileLoadingIT {

    /** A process that loads a model while it exits, as Spring may when it is told to end while it starts. */
    public static void main(String[] arguments) {
        load();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            for (int i = 0; i < 5; i++) {
                load();
            }
            System.out.println("loaded to the end");
        }));
        System.exit(0);
    }

    private static void load() {
        new OnnxSpanReader(new ReaderFiles(null), Runnable::run).loaded().join();
    }

    @Test
    void aModelLoadsWhileTheProcessExits() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:ErrorFile=/dev/null",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExitWhileLoadingIT.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("loaded to the end");
    }
}
