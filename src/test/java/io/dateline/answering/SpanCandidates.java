package io.dateline.answering;

import dev.langchain4j.rag.query.Query;
import io.dateline.DatelineApplication;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.index.Filter;
import io.dateline.inference.Embeddings;
import io.dateline.inference.SpanReader;
import io.dateline.retrieval.Hit;
import io.dateline.retrieval.PassageContentRetriever;
import io.dateline.retrieval.Retriever;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what {@link SpanJudge} is told of every span that is read for questions whose answers are known: as the archive is, and as if
 * every passage with an answer were missing. {@code src/reader-training/judge.py} fits the judge's weights to it. Arguments: the folder
 * that {@code dateline evaluate --index} built, vectors and all; questions as {@code .jsonl} in RealTimeQA's form; the file to write, as
 * JSON Lines; perhaps how many passages are read.
 */
final class SpanCandidates {

    private static final int PASSAGES = 12;
    private static final int DEEPER = 10;
    private static final int DAYS_OF_GRACE = 7;
    private static final int PARTS = 3;

    private final Retriever retriever;
    private final SentenceSplitter splitter;
    private final SpanAnswerReader spans;
    private final SentenceReader sentences;
    private final int passages;

    private SpanCandidates(ConfigurableApplicationContext context, int passages) {
        this.retriever = context.getBean(Retriever.class);
        this.splitter = context.getBean(SentenceSplitter.class);
        this.spans = new SpanAnswerReader(context.getBean(SpanReader.class));
        this.sentences = new SentenceReader(context.getBean(Embeddings.class));
        this.passages = passages;
    }

    private record Asked(String id, String text, Filter filter, List<String> answers) {

        static Asked of(JsonNode row) {
            return new Asked(
                    row.get("id").asString(),
                    row.get("question").asString(),
                    Filter.asOf(LocalDate.parse(row.get("askedOn").asString()).plusDays(DAYS_OF_GRACE)),
                    StreamSupport.stream(row.get("answers").spliterator(), false)
                            .map(JsonNode::asString)
                            .toList());
        }

        boolean isAnsweredBy(Hit hit) {
            String plain = plain(hit.article().title() + "\n" + hit.article().body());
            return answers.stream().anyMatch(answer -> plain.contains(plain(answer)));
        }

        private static String plain(String text) {
            return " "
                    + text.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N}]+", " ")
                            .strip() + " ";
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path archive = Path.of(arguments[0]);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(DatelineApplication.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--spring.datasource.url=jdbc:h2:mem:candidates",
                                "--dateline.index.folder=" + archive.resolve("index"),
                                "--dateline.corpus.folder=" + archive.resolve("articles"),
                                "--logging.level.root=error");
                Stream<String> lines = Files.lines(Path.of(arguments[1]));
                BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[2]))) {
            SpanCandidates candidates =
                    new SpanCandidates(context, arguments.length > 3 ? Integer.parseInt(arguments[3]) : PASSAGES);
            List<Asked> questions = lines.map(JsonMapper.shared()::readTree)
                    .filter(row -> row.path("googleTop").isArray())
                    .map(Asked::of)
                    .toList();
            for (Asked question : questions) {
                for (boolean withheld : new boolean[] {false, true}) {
                    out.write(candidates.of(question, withheld).toString());
                    out.newLine();
                }
            }
        }
    }

    private ObjectNode of(Asked asked, boolean withheld) {
        Retriever articles = withheld
                ? (query, k) -> retriever.retrieve(query, k * DEEPER).stream()
                        .filter(hit -> !asked.isAnsweredBy(hit))
                        .limit(k)
                        .toList()
                : retriever;
        List<Evidence> evidence = new PassageContentRetriever(articles, passages, query -> asked.filter)
                .retrieve(Query.from(asked.text)).stream()
                        .map(content -> Evidence.of(content, splitter))
                        .toList();
        QuestionAnalysis question = QuestionAnalysis.of(asked.text);
        ObjectNode row = JsonMapper.shared()
                .createObjectNode()
                .put("id", asked.id)
                .put("question", asked.text)
                .put("kind", question.kind().name())
                .put("part", Math.floorMod(asked.id.hashCode(), PARTS) == 0 ? "report" : "tune")
                .put("withheld", withheld)
                .put("sentence", sentences.read(question, evidence).confidence());
        ArrayNode answers = row.putArray("answers");
        asked.answers.forEach(answers::add);
        ArrayNode found = row.putArray("spans");
        for (SpanAnswerReader.Candidate span : spans.candidates(question, evidence)) {
            Finding finding = span.finding();
            SpanJudge.Known known = span.known();
            found.addObject()
                    .put("passage", evidence.indexOf(finding.evidence()))
                    .put(
                            "text",
                            finding.answer() == null ? "" : finding.answer().text())
                    .put("key", span.key())
                    .put("logOdds", known.logOdds())
                    .put("behind", known.behind())
                    .put("agreement", known.agreement())
                    .put("form", known.form())
                    .put("repeated", known.repeated())
                    .put("coverage", known.coverage());
        }
        return row;
    }
}
