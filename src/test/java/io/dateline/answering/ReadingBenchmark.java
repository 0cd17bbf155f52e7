package io.dateline.answering;

import dev.langchain4j.rag.query.Query;
import io.dateline.DatelineApplication;
import io.dateline.answering.AnswerReader.Reading;
import io.dateline.corpus.Article;
import io.dateline.corpus.PassageSplitter;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.index.ArticleIndex;
import io.dateline.index.Filter;
import io.dateline.inference.Embeddings;
import io.dateline.inference.SpanReader;
import io.dateline.retrieval.PassageContentRetriever;
import io.dateline.retrieval.Retriever;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the readers on questions of QED's development half, asked of all its paragraphs: how often the sentence that is read holds
 * the answer, and how well the confidence tells such a reading from one without the passages that hold it. Arguments: {@code
 * qed-dev.jsonl.gz} and how many questions, drawn with a fixed seed.
 */
final class ReadingBenchmark {

    private static final int PASSAGES = 12;

    private final Map<String, List<Asked>> readings = new LinkedHashMap<>();

    /**
     * @param right the first finding's sentence holds the answer
     * @param confidence with all passages
     * @param blind without those that hold the answer
     */
    private record Asked(boolean right, double confidence, double blind) {}

    private record Row(String title, String paragraph, String question, List<String> answers) {

        static Row of(JsonNode json) {
            List<String> answers = StreamSupport.stream(
                            json.path("original_nq_answers").spliterator(), false)
                    .flatMap(spans -> StreamSupport.stream(spans.spliterator(), false))
                    .map(span -> plain(span.get("string").asString()))
                    .toList();
            String question = json.get("question_text").asString();
            return new Row(
                    json.get("title_text").asString(),
                    json.get("paragraph_text").asString().strip(),
                    Character.toUpperCase(question.charAt(0)) + question.substring(1) + "?",
                    answers);
        }

        boolean isAnsweredBy(String text) {
            String plain = plain(text);
            return answers.stream().anyMatch(plain::contains);
        }

        private static String plain(String text) {
            return text.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}]+", " ")
                    .strip();
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("dateline-reading");
        List<Row> rows = rows(Path.of(arguments[0]));
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DatelineApplication.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=jdbc:h2:mem:reading",
                        "dateline.index.folder=" + folder.resolve("index"),
                        "dateline.corpus.folder=" + Files.createDirectory(folder.resolve("none")))
                .run()) {
            index(rows, context);
            Collections.shuffle(rows, new Random(1));
            List<Row> drawn = rows.subList(0, Math.min(rows.size(), Integer.parseInt(arguments[1])));
            new ReadingBenchmark().run(drawn, context);
        }
    }

    private static List<Row> rows(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new FileInputStream(file.toFile())), StandardCharsets.UTF_8))) {
            return new ArrayList<>(lines.lines()
                    .map(JsonMapper.shared()::readTree)
                    .map(Row::of)
                    .filter(row -> !row.paragraph.isEmpty() && !row.answers.isEmpty())
                    .toList());
        }
    }

    private static void index(List<Row> rows, ConfigurableApplicationContext context) {
        ArticleIndex index = context.getBean(ArticleIndex.class);
        PassageSplitter splitter = context.getBean(PassageSplitter.class);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Article article =
                    new Article("p" + i, row.title, null, null, null, null, List.of(), null, "en", row.paragraph, "1");
            index.put(article, splitter.split(article));
        }
        index.commit();
    }

    private void run(List<Row> rows, ConfigurableApplicationContext context) {
        PassageContentRetriever retriever =
                new PassageContentRetriever(context.getBean(Retriever.class), PASSAGES, query -> Filter.NONE);
        SentenceSplitter splitter = context.getBean(SentenceSplitter.class);
        AnswerReader sentences = new SentenceReader(context.getBean(Embeddings.class));
        AnswerReader spans = new SpanAnswerReader(context.getBean(SpanReader.class));
        Map<String, AnswerReader> readers = new LinkedHashMap<>();
        readers.put("sentences", sentences);
        readers.put("spans", spans);
        for (Row row : rows) {
            List<Evidence> evidence = retriever.retrieve(Query.from(row.question)).stream()
                    .map(content -> Evidence.of(content, splitter))
                    .toList();
            List<Evidence> blind =
                    evidence.stream().filter(e -> !row.isAnsweredBy(e.text())).toList();
            QuestionAnalysis question = QuestionAnalysis.of(row.question);
            readers.forEach((name, reader) -> {
                Reading reading = reader.read(question, evidence);
                boolean right = !reading.findings().isEmpty()
                        && row.isAnsweredBy(
                                reading.findings().getFirst().sentence().text());
                readings.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(new Asked(
                                right,
                                reading.confidence(),
                                reader.read(question, blind).confidence()));
            });
        }
        readings.forEach(ReadingBenchmark::print);
    }

    @SuppressWarnings("SystemOut")
    private static void print(String reader, List<Asked> asked) {
        List<Asked> right = asked.stream().filter(Asked::right).toList();
        double auc = right.stream()
                .flatMapToDouble(r ->
                        asked.stream().mapToDouble(a -> r.confidence > a.blind ? 1 : r.confidence == a.blind ? 0.5 : 0))
                .average()
                .orElse(0);
        System.out.printf(
                Locale.ROOT, "%s: right sentence %d of %d, AUC %.3f%n", reader, right.size(), asked.size(), auc);
        DoubleStream thresholds = IntStream.rangeClosed(3, 10).mapToDouble(i -> i * 0.05);
        thresholds.forEach(threshold -> System.out.printf(
                Locale.ROOT,
                "  threshold %.2f: %d right kept, %d wrong said, %d refused without evidence%n",
                threshold,
                right.stream().filter(a -> a.confidence >= threshold).count(),
                asked.stream()
                        .filter(a -> !a.right && a.confidence >= threshold)
                        .count(),
                asked.stream().filter(a -> a.blind < threshold).count()));
    }
}
