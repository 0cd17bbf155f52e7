package io.dateline.answering;

import io.dateline.DatelineApplication;
import io.dateline.evaluation.WithheldArticles;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Dateline on an archive that {@code dateline evaluate --index} built, vectors and all. */
final class BuiltArchive {

    private BuiltArchive() {}

    static ConfigurableApplicationContext open(Path archive) {
        return new SpringApplicationBuilder(DatelineApplication.class)
                .web(WebApplicationType.NONE)
                .initializers(WithheldArticles::register)
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:archive",
                        "--dateline.index.folder=" + archive.resolve("index"),
                        "--dateline.corpus.folder=" + archive.resolve("articles"),
                        "--logging.level.root=error");
    }
}
