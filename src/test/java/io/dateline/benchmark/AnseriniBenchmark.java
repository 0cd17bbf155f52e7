package io.dateline.benchmark;

import io.dateline.corpus.Article;
import io.dateline.corpus.Passage;
import io.dateline.corpus.PassageSplitter;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import io.dateline.retrieval.Retriever;
import io.dateline.retrieval.SearchQuery;
import io.dateline.retrieval.Stage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Dateline beside Anserini, which runs as a process of its own, on the same passages: how often the answer is among the first hits, and
 * how many questions a second are searched for with a thread a core. Arguments: articles as {@code .jsonl.gz}, questions as {@code
 * .jsonl} in RealTimeQA's form, a folder for the index and scratch files, and a file with Anserini's class path, as {@code mvn
 * dependency:build-classpath -Dmdep.outputFile=FILE} writes it for a project that depends on {@code io.anserini:anserini}.
 *
 * <p>Questions are asked as of a week after their day; Anserini knows no dates, so what is later is taken out of its first 1,000 hits.
 */
final class AnseriniBenchmark {

    private static final int HITS = 100;
    private static final int DEEPEST = 1_000;
    private static final int PAGE = 500;
    private static final List<Integer> DEPTHS = List.of(1, 5, 10, 100);

    private final List<Asked> questions;
    private final Path scratch;
    private final String anserini;

    private AnseriniBenchmark(List<Asked> questions, Path scratch, String anserini) {
        this.questions = questions;
        this.scratch = scratch;
        this.anserini = anserini;
    }

    private record Asked(String text, LocalDate asOf, List<String> answers) {

        boolean isAnsweredBy(String passage) {
            String plain = plain(passage);
            return answers.stream().anyMatch(plain::contains);
        }
    }

    /** A passage as Anserini has it. */
    private record Indexed(String text, @Nullable LocalDate publishedAt) {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createDirectories(Path.of(arguments[2]));
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Path copy = articles.resolve(Path.of(arguments[0]).getFileName());
        if (!Files.exists(copy)) {
            Files.copy(Path.of(arguments[0]), copy);
        }
        Path scratch = Files.createTempDirectory(folder, "anserini");
        try (ConfigurableApplicationContext modules = RetrievalModules.start(articles, folder.resolve("index"))) {
            ArticleIndex.Size size = RetrievalModules.awaitWords(modules);
            Console.print(String.format(
                    Locale.ROOT,
                    "%,d articles, %,d passages, %,d vectors",
                    size.articles(),
                    size.passages(),
                    size.vectors()));
            String classPath = Files.readString(Path.of(arguments[3])).strip();
            new AnseriniBenchmark(questions(Path.of(arguments[1])), scratch, classPath).run(modules);
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    private static List<Asked> questions(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> JsonMapper.shared().readTree(line))
                    .filter(row -> !row.path("googleTop").isNull())
                    .map(AnseriniBenchmark::asked)
                    .toList();
        }
    }

    private static Asked asked(JsonNode row) {
        List<String> answers = row.path("answers")
                .valueStream()
                .map(answer -> plain(answer.asString()))
                .filter(answer -> !answer.isBlank())
                .toList();
        String text = row.get("question").asString().replaceAll("\\s+", " ");
        return new Asked(text, LocalDate.parse(row.get("askedOn").asString()).plusDays(7), answers);
    }

    /** Lower case, no accents, punctuation or articles, and a space at either end. */
    private static String plain(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String words = " "
                + bare.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
        return words.replaceAll(" (a|an|the)(?= )", "");
    }

    private void run(ConfigurableApplicationContext modules)
            throws IOException, InterruptedException, ExecutionException {
        ArticleIndex index = modules.getBean(ArticleIndex.class);
        Retriever retriever = modules.getBean(Retriever.class);
        Map<String, Indexed> passages = write(index, modules.getBean(PassageSplitter.class));
        anserini(
                "io.anserini.index.IndexCollection",
                "-collection",
                "JsonCollection",
                "-input",
                scratch.resolve("passages").toString(),
                "-index",
                scratch.resolve("lucene").toString(),
                "-generator",
                "DefaultLuceneDocumentGenerator",
                "-threads",
                "2");
        Path topics = scratch.resolve("topics.tsv");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            lines.add(i + "\t" + questions.get(i).text());
        }
        Files.write(topics, lines);

        Map<Integer, List<String>> found = searched(DEEPEST, topics);
        print(
                "Anserini, BM25",
                recall(i -> found.getOrDefault(i, List.of()).stream()
                        .map(id -> passages.get(id))
                        .filter(p -> p.publishedAt() == null
                                || !p.publishedAt().isAfter(questions.get(i).asOf()))
                        .map(Indexed::text)
                        .limit(HITS)
                        .toList()));
        print(
                "Dateline, words",
                recall(i -> index
                        .byWords(
                                questions.get(i).text(),
                                Filter.asOf(questions.get(i).asOf()),
                                HITS)
                        .stream()
                        .map(match -> index.article(match.passage().articleId())
                                .flatMap(match.passage()::in)
                                .orElseThrow()
                                .text())
                        .toList()));
        print(
                "Dateline, fused",
                recall(i -> retriever
                        .retrieve(
                                new SearchQuery(
                                        questions.get(i).text(),
                                        Filter.asOf(questions.get(i).asOf()),
                                        Set.of(Stage.READER)),
                                HITS)
                        .stream()
                        .map(hit -> hit.passage().text())
                        .toList()));
        throughput(index, topics);
    }

    private Map<String, Indexed> write(ArticleIndex index, PassageSplitter splitter) throws IOException {
        Path folder = Files.createDirectory(scratch.resolve("passages"));
        Map<String, Indexed> passages = new HashMap<>();
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("passages.jsonl"))) {
            List<Article> page = index.articles(0, PAGE);
            for (int offset = 0; !page.isEmpty(); offset += PAGE, page = index.articles(offset, PAGE)) {
                for (Article article : page) {
                    for (Passage passage : splitter.split(article)) {
                        passages.put(passage.id(), new Indexed(passage.text(), article.publishedAt()));
                        out.write(JsonMapper.shared()
                                .writeValueAsString(Map.of(
                                        "id", passage.id(), "contents", article.title() + "\n" + passage.text())));
                        out.newLine();
                    }
                }
            }
        }
        return passages;
    }

    /** Ids of passages by number of the question, best first. */
    private Map<Integer, List<String>> searched(int hits, Path topics) throws IOException, InterruptedException {
        Path run = scratch.resolve("run-" + hits);
        search(hits, topics, run);
        Map<Integer, List<String>> found = new HashMap<>();
        for (String line : Files.readAllLines(run)) {
            String[] columns = line.split(" ", -1);
            found.computeIfAbsent(Integer.valueOf(columns[0]), i -> new ArrayList<>())
                    .add(columns[2]);
        }
        return found;
    }

    private String search(int hits, Path topics, Path run) throws IOException, InterruptedException {
        return anserini(
                "io.anserini.search.SearchCollection",
                "-index",
                scratch.resolve("lucene").toString(),
                "-topics",
                topics.toString(),
                "-topicReader",
                "TsvString",
                "-output",
                run.toString(),
                "-bm25",
                "-hits",
                Integer.toString(hits),
                "-threads",
                Integer.toString(Runtime.getRuntime().availableProcessors()));
    }

    private String anserini(String main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-Xmx1g",
                "-cp",
                anserini,
                main));
        command.addAll(List.of(arguments));
        Path log = scratch.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(main + " failed:\n" + Files.readString(log));
        }
        return Files.readString(log);
    }

    private double[] recall(Function<Integer, List<String>> search) {
        double[] share = new double[DEPTHS.size()];
        for (int i = 0; i < questions.size(); i++) {
            List<String> texts = search.apply(i);
            int first = 0;
            while (first < texts.size() && !questions.get(i).isAnsweredBy(texts.get(first))) {
                first++;
            }
            for (int d = 0; d < share.length; d++) {
                share[d] += first < Math.min(texts.size(), DEPTHS.get(d)) ? 1.0 / questions.size() : 0;
            }
        }
        return share;
    }

    /** Both in turns; Anserini says itself how long it searched, without its start. */
    private void throughput(ArticleIndex index, Path topics)
            throws IOException, InterruptedException, ExecutionException {
        for (int round = 1; round <= 3; round++) {
            String log = search(HITS, topics, scratch.resolve("run-" + HITS));
            String said = log.lines()
                    .filter(line -> line.contains("queries processed in"))
                    .reduce((a, b) -> b)
                    .orElse("?");
            Console.print(String.format(
                    Locale.ROOT,
                    "round %d: Dateline %.0f questions/s; Anserini: %s",
                    round,
                    questionsPerSecond(index),
                    said.replaceFirst(".*: (?=\\d)", "")));
        }
    }

    private double questionsPerSecond(ArticleIndex index) throws InterruptedException, ExecutionException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService threads = Executors.newFixedThreadPool(cores)) {
            long began = System.nanoTime();
            List<Future<?>> searches = new ArrayList<>();
            for (Asked question : questions) {
                searches.add(threads.submit(() -> index.byWords(question.text(), Filter.NONE, HITS)));
            }
            for (Future<?> search : searches) {
                search.get();
            }
            return questions.size() / ((System.nanoTime() - began) / 1e9);
        }
    }

    private static void print(String name, double[] recall) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-16s recall", name));
        for (int d = 0; d < recall.length; d++) {
            line.append(String.format(Locale.ROOT, " @%d %.3f", DEPTHS.get(d), recall[d]));
        }
        Console.print(line.toString());
    }
}
