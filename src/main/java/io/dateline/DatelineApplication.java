package io.dateline;

import io.dateline.channel.console.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Dateline: the server, and the commands beside it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DatelineApplication {

    public static void main(String[] args) {
        Commands.run(DatelineApplication.class, args).ifPresent(System::exit);
    }
}
