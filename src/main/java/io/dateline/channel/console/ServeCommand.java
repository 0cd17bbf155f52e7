package io.dateline.channel.console;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Indexes the articles and serves the page (the default).")
final class ServeCommand implements Runnable {

    private final Class<?> application;

    @Unmatched
    private final List<String> settings = new ArrayList<>();

    private boolean started;

    ServeCommand(Class<?> application) {
        this.application = application;
    }

    boolean started() {
        return started;
    }

    @Override
    public void run() {
        SpringApplication.run(application, settings.toArray(String[]::new));
        started = true;
    }
}
