package io.dateline.answering;

import dev.langchain4j.rag.query.Query;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.evaluation.GoldQuestion;
import io.dateline.evaluation.WithheldArticles;
import io.dateline.inference.SpanReader;
import io.dateline.retrieval.PassageContentRetriever;
import io.dateline.retrieval.Retriever;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
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

    private final Retriever retriever;
    private final WithheldArticles articles;
    private final SentenceSplitter splitter;
    private final SpanAnswerReader spans;
    private final int passages;

    private SpanCandidates(ConfigurableApplicationContext context, int passages) {
        this.retriever = context.getBean(Retriever.class);
        this.articles = context.getBean(WithheldArticles.class);
        this.splitter = context.getBean(SentenceSplitter.class);
        this.spans = new SpanAnswerReader(context.getBean(SpanReader.class));
        this.passages = passages;
    }

    public static void main(String[] arguments) throws IOException {
        Path archive = Path.of(arguments[0]);
        try (ConfigurableApplicationContext context = BuiltArchive.open(archive);
                BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[2]))) {
            SpanCandidates candidates =
                    new SpanCandidates(context, arguments.length > 3 ? Integer.parseInt(arguments[3]) : PASSAGES);
            for (GoldQuestion question : GoldQuestion.read(Path.of(arguments[1]))) {
                if (!question.wasSearched()) {
                    continue;
                }
                for (boolean withheld : new boolean[] {false, true}) {
                    out.write(candidates.of(question, withheld).toString());
                    out.newLine();
                }
            }
        }
    }

    private ObjectNode of(GoldQuestion asked, boolean withheld) {
        articles.withhold(article -> withheld && asked.isAnsweredBy(article));
        List<Evidence> evidence = new PassageContentRetriever(retriever, passages, query -> asked.filter())
                .retrieve(Query.from(asked.text())).stream()
                        .map(content -> Evidence.of(content, splitter))
                        .toList();
        QuestionAnalysis question = QuestionAnalysis.of(asked.text());
        ObjectNode row = JsonMapper.shared()
                .createObjectNode()
                .put("id", asked.id())
                .put("question", asked.text())
                .put("kind", question.kind().name())
                .put("part", asked.isKeptAside() ? "report" : "tune")
                .put("withheld", withheld)
                .put(
                        "articles",
                        evidence.stream().map(Evidence::articleId).distinct().count());
        ArrayNode answers = row.putArray("answers");
        asked.answers().forEach(answers::add);
        ArrayNode found = row.putArray("spans");
        for (SpanAnswerReader.Candidate span : spans.candidates(question, evidence)) {
            if (!span.mayAnswer()) {
                continue;
            }
            Finding finding = span.finding();
            SpanJudge.Known known = span.known();
            found.addObject()
                    .put("article", finding.evidence().articleId())
                    .put("holdsAnswer", asked.isAnsweredBy(finding.evidence().text()))
                    .put("recency", finding.evidence().recency())
                    .put(
                            "text",
                            finding.answer() == null ? "" : finding.answer().text())
                    .put("key", span.key())
                    .put("logOdds", known.logOdds())
                    .put("older", known.older())
                    .put("agreement", known.agreement())
                    .put("inHeadline", known.inHeadline())
                    .put("inHeadlines", known.inHeadlines())
                    .put("form", known.form())
                    .put("type", known.type())
                    .put("repeated", known.repeated())
                    .put("coverage", known.coverage())
                    .put("passageCoverage", known.passageCoverage());
        }
        return row;
    }
}
