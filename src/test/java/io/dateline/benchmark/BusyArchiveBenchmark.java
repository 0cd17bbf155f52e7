package io.dateline.benchmark;

import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import io.dateline.index.Ingestion;
import io.dateline.retrieval.Retriever;
import io.dateline.retrieval.SearchQuery;
import io.dateline.retrieval.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long searches take while an archive is being taken up, by words and by meaning, and once all is done; and how long either takes.
 * One question is asked after the other, with a pause between them as of a person who reads. Arguments: articles as {@code .jsonl.gz},
 * questions as {@code .jsonl}, a folder for scratch files.
 */
final class BusyArchiveBenchmark {

    private static final int HITS = 10;
    private static final int WHEN_ALL_IS_DONE = 1_000;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(150);

    private final List<String> questions;
    private int asked;

    private BusyArchiveBenchmark(List<String> questions) {
        this.questions = questions;
    }

    public static void main(String[] arguments) throws IOException {
        Path scratch = Files.createTempDirectory(Files.createDirectories(Path.of(arguments[2])), "busy");
        Path articles = Files.createDirectory(scratch.resolve("articles"));
        Path file = Path.of(arguments[0]);
        Files.copy(file, articles.resolve(file.getFileName()));
        try (Stream<String> lines = Files.lines(Path.of(arguments[1]))) {
            new BusyArchiveBenchmark(lines.map(JsonMapper.shared()::readTree)
                            .map(row -> row.get("question").asString())
                            .toList())
                    .run(articles, scratch.resolve("index"));
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private void run(Path articles, Path folder) {
        long began = System.nanoTime();
        try (ConfigurableApplicationContext modules = RetrievalModules.start(articles, folder)) {
            Retriever retriever = modules.getBean(Retriever.class);
            ArticleIndex index = modules.getBean(ArticleIndex.class);
            Ingestion ingestion = modules.getBean(Ingestion.class);

            Samples reading = new Samples("while articles are read");
            while (index.size().passages() == 0 || ingestion.status().running()) {
                search(retriever, reading);
            }
            tell("%,d passages can be searched by words".formatted(index.size().passages()), began);
            reading.print();

            Samples embedding = new Samples("while vectors are made");
            while (index.size().vectors() < index.size().embeddable()) {
                search(retriever, embedding);
            }
            tell("%,d vectors are made".formatted(index.size().vectors()), began);
            embedding.print();

            Samples idle = new Samples("when all is done");
            for (int i = 0; i < WHEN_ALL_IS_DONE; i++) {
                search(retriever, idle);
            }
            idle.print();
        }
    }

    private void search(Retriever retriever, Samples samples) {
        String question = questions.get(asked++ % questions.size());
        SearchQuery query = new SearchQuery(question, Filter.NONE, Set.of(Stage.READER));
        long began = System.nanoTime();
        retriever.retrieve(query, HITS);
        samples.add(System.nanoTime() - began);
        LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
    }

    private static void tell(String what, long began) {
        Console.print(
                what + " after " + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
    }
}
