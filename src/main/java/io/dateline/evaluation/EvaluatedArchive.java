package io.dateline.evaluation;

import io.dateline.index.ArticleIndex;
import io.dateline.index.Ingestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The articles that questions are asked of, and the whole program on them without a server.
 *
 * @param articles a folder, or one file
 * @param index where the index is built, and found the next time
 */
record EvaluatedArchive(Path articles, Path index) {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** The program, not yet started. Its folders win over those of the settings: what somebody serves is not touched. */
    SpringApplicationBuilder prepare(Class<?> application) throws IOException {
        PropertySource<?> ofItsOwn = new MapPropertySource(
                "evaluated archive",
                Map.of(
                        "spring.datasource.url", "jdbc:h2:mem:evaluate",
                        "dateline.corpus.folder", folder().toString(),
                        "dateline.index.folder",
                                index.resolve("index").toAbsolutePath().toString()));
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=error")
                .initializers(
                        context -> context.getEnvironment().getPropertySources().addFirst(ofItsOwn));
    }

    /** The collection is a folder; a single file is copied into one. */
    private Path folder() throws IOException {
        if (Files.isDirectory(articles)) {
            return articles.toAbsolutePath();
        }
        Path folder = Files.createDirectories(index.resolve("articles")).toAbsolutePath();
        Path copy = folder.resolve(articles.getFileName());
        if (!Files.exists(copy) || Files.size(copy) != Files.size(articles)) {
            Files.deleteIfExists(copy);
            Files.copy(articles, copy);
        }
        return folder;
    }

    /** Comes back when all articles are searchable, by their vectors too if these are wanted. */
    static void await(ConfigurableApplicationContext context, boolean vectors, Consumer<String> lines) {
        ArticleIndex archive = context.getBean(ArticleIndex.class);
        Ingestion ingestion = context.getBean(Ingestion.class);
        ArticleIndex.Size size = archive.size();
        while (size.passages() == 0
                || ingestion.status().running()
                || (vectors && size.vectors() < size.embeddable())) {
            String problem = ingestion.status().problem();
            lines.accept(String.format(
                    Locale.ROOT,
                    "reading: %,d articles, %,d of %,d vectors %s",
                    size.articles(),
                    size.vectors(),
                    size.embeddable(),
                    problem == null ? "" : problem));
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            size = archive.size();
        }
    }

    /** One line that is written over. */
    static Consumer<String> told(PrintWriter err) {
        return line -> {
            err.print("\r" + line + "\u001b[K");
            err.flush();
        };
    }
}
