package io.dateline.channel;

import io.dateline.answering.ScriptedAnswerer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The {@link TestServer} in a process of its own, which can be killed. The question "Wait." is never answered. */
final class ServerProcess {

    private static final String READY = "listening on ";

    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    public static void main(String[] arguments) {
        System.out.println(READY + port(start(arguments[0])));
    }

    static ConfigurableApplicationContext start(String databaseUrl) {
        ConfigurableApplicationContext server = new SpringApplicationBuilder(TestServer.class)
                .properties("server.port=0")
                .run("--server.port=0", "--spring.datasource.url=" + databaseUrl);
        server.getBean(ScriptedAnswerer.class).on("Wait.", (question, past, listener) -> {
            new CountDownLatch(1).await();
            throw new AssertionError();
        });
        return server;
    }

    static int port(ConfigurableApplicationContext server) {
        Environment environment = server.getEnvironment();
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    static ServerProcess launch(String databaseUrl) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        databaseUrl)
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return new ServerProcess(process, Integer.parseInt(line.substring(READY.length())));
            }
        }
        throw new IOException("the server did not start");
    }

    int port() {
        return port;
    }

    /** As by {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
