package io.dateline.benchmark;

import io.dateline.index.ArticleIndex;
import io.dateline.index.ArticleIndex.Match;
import io.dateline.index.Filter;
import io.dateline.inference.Embeddings;
import io.dateline.retrieval.Retriever;
import io.dateline.retrieval.SearchQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * Prints how long searching takes and how often the answer is among what was found. Arguments: a JSON Lines file of articles,
 * one of questions, and a folder for the index, which is kept for the next time.
 */
public final class RetrievalBenchmark {

    private static final Logger log = LoggerFactory.getLogger(RetrievalBenchmark.class);

    private static final int DEPTH = 100;
    private static final int WARM_UPS = 300;

    /** Longer than the distance at which a question is asked again, and prime to it. */
    private static final int LONGEST_CYCLE = 397;

    private final List<RecallQuestion> questions;
    private int calls;

    private RetrievalBenchmark(List<RecallQuestion> questions) {
        this.questions = questions;
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"io.dateline.corpus", "io.dateline.index", "io.dateline.inference", "io.dateline.retrieval"})
    @ConfigurationPropertiesScan({
        "io.dateline.corpus",
        "io.dateline.index",
        "io.dateline.inference",
        "io.dateline.retrieval"
    })
    static class Modules {}

    public static void main(String[] arguments) throws IOException {
        Path index = Path.of(arguments[2]);
        Path articles = folderWith(Path.of(arguments[0]), index);
        long began = System.nanoTime();
        try (ConfigurableApplicationContext modules = new SpringApplicationBuilder(Modules.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--dateline.corpus.folder=" + articles,
                        "--dateline.index.folder=" + index,
                        "--logging.level.io.dateline=info",
                        "--spring.main.banner-mode=off")) {
            log.info("started in {} ms", (System.nanoTime() - began) / 1_000_000);
            ArticleIndex archive = modules.getBean(ArticleIndex.class);
            awaitVectors(archive, began);
            new RetrievalBenchmark(RecallQuestion.read(Path.of(arguments[1])))
                    .run(archive, modules.getBean(Embeddings.class), modules.getBean(Retriever.class));
        }
    }

    private static Path folderWith(Path articles, Path index) throws IOException {
        Path folder = Files.createDirectories(index.resolveSibling(index.getFileName() + "-articles"));
        Path copy = folder.resolve(articles.getFileName());
        if (!Files.exists(copy)) {
            Files.copy(articles, copy);
        }
        return folder;
    }

    private static void awaitVectors(ArticleIndex archive, long began) {
        ArticleIndex.Size size = archive.size();
        while (size.passages() == 0 || size.vectors() < size.embeddable()) {
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            size = archive.size();
        }
        log.info(
                "{} after {} s",
                size,
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private void run(ArticleIndex archive, Embeddings embeddings, Retriever retriever) {
        Filter all = Filter.NONE;
        measure("byWords", question -> texts(archive.byWords(question.text(), all, DEPTH)));
        measure("byMeaning", question -> texts(archive.byMeaning(vector(embeddings, question), all, DEPTH)));
        measure("retrieve", question -> texts(retriever, asNew(question), all));
        measure(
                "retrieve as of",
                question -> texts(
                        retriever,
                        asNew(question),
                        Filter.asOf(question.askedOn().plusDays(7))));
    }

    private float[] vector(Embeddings embeddings, RecallQuestion question) {
        return embeddings.ofQuery(asNew(question)).orElseThrow();
    }

    /** Spaces at the end change nothing but the key under which vectors of recent queries are kept. */
    private String asNew(RecallQuestion question) {
        return question.text() + " ".repeat(calls++ % LONGEST_CYCLE);
    }

    private static List<String> texts(Retriever retriever, String text, Filter filter) {
        return retriever.retrieve(new SearchQuery(text, filter), DEPTH).stream()
                .map(hit -> hit.passage().text())
                .toList();
    }

    private static List<String> texts(List<Match> matches) {
        return matches.stream().map(match -> match.passage().text()).toList();
    }

    private void measure(String name, Function<RecallQuestion, List<String>> search) {
        long warm = 0;
        for (int i = 0; i < WARM_UPS; i++) {
            warm += search.apply(questions.get(i % questions.size())).size();
        }
        log.debug("{}: {} found while warming up", name, warm);
        Recall recall = new Recall();
        long[] nanos = new long[questions.size()];
        for (int i = 0; i < nanos.length; i++) {
            long began = System.nanoTime();
            List<String> found = search.apply(questions.get(i));
            nanos[i] = System.nanoTime() - began;
            recall.count(questions.get(i), found);
        }
        Arrays.sort(nanos);
        log.info(String.format(
                Locale.ROOT,
                "%-14s p50 %6.2f ms  p99 %6.2f ms  recall %s",
                name,
                nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6,
                recall));
    }
}
