package io.dateline.channel.console;

import io.dateline.answering.Answer;
import io.dateline.answering.Answerer;
import io.dateline.answering.Question;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Answers in this process, on the index of the working directory, without serving anything. */
final class OwnIndex {

    private final Class<?> application;

    OwnIndex(Class<?> application) {
        this.application = application;
    }

    Answer ask(Question question) throws InterruptedException {
        try (ConfigurableApplicationContext context = open()) {
            return context.getBean(Answerer.class).answer(question, List.of(), event -> {});
        }
    }

    /** Everything but what serves, and nothing that is kept. */
    ConfigurableApplicationContext open() {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties(
                        "logging.level.root=error",
                        // It would tell of a failed start what the command says in a sentence.
                        "logging.level.org.springframework.boot=off",
                        "spring.datasource.url=jdbc:h2:mem:ask")
                .run();
    }
}
