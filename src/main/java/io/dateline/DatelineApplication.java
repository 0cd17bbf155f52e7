package io.dateline;

import io.dateline.channel.console.Commands;
import io.dateline.channel.console.QuickAsk;
import io.dateline.evaluation.EvaluateCommand;
import io.dateline.evaluation.ExamineCommand;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Dateline: the server, and the commands beside it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DatelineApplication {

    public static void main(String[] args) {
        OptionalInt exit = QuickAsk.run(args);
        if (exit.isPresent()) {
            System.exit(exit.getAsInt());
        }
        Map<String, Object> others = Map.of(
                "evaluate", new EvaluateCommand(DatelineApplication.class),
                "examine", new ExamineCommand(DatelineApplication.class));
        Commands.run(DatelineApplication.class, others, args).ifPresent(System::exit);
    }
}
