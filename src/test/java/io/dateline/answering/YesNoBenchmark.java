package io.dateline.answering;

import dev.langchain4j.rag.query.Query;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.index.Filter;
import io.dateline.inference.Embeddings;
import io.dateline.inference.SpanReader;
import io.dateline.retrieval.PassageContentRetriever;
import io.dateline.retrieval.Retriever;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How many yes/no questions get a sentence that decides them, and how many get one that the archive cannot have. Arguments: the folder that
 * {@code dateline evaluate --index} built of RealTimeQA's articles, vectors and all; perhaps another file of questions, a line each: "+"
 * before those that the archive decides, "-" before the others, a blank line between two parts.
 */
final class YesNoBenchmark {

    private final AnsweringProperties properties;
    private final Retriever retriever;
    private final SentenceSplitter splitter;
    private final AnswerReader reader;

    private YesNoBenchmark(ConfigurableApplicationContext context) {
        this.properties = context.getBean(AnsweringProperties.class);
        this.retriever = context.getBean(Retriever.class);
        this.splitter = context.getBean(SentenceSplitter.class);
        this.reader = new YesNoReader(
                context.getBean(SpanReader.class), new SentenceReader(context.getBean(Embeddings.class)));
    }

    public static void main(String[] arguments) throws IOException {
        Path archive = Path.of(arguments[0]);
        Path questions = Path.of(arguments.length > 1 ? arguments[1] : "src/test/resources/questions/yes-no.txt");
        try (ConfigurableApplicationContext context = BuiltArchive.open(archive)) {
            YesNoBenchmark benchmark = new YesNoBenchmark(context);
            for (String part : Files.readString(questions).strip().split("\n\n", -1)) {
                List<String> asked =
                        part.lines().filter(q -> !q.startsWith("#")).toList();
                System.out.printf("decided: %s; not decided: %s%n", benchmark.of('+', asked), benchmark.of('-', asked));
            }
        }
    }

    private String of(char sign, List<String> lines) {
        List<String> asked =
                lines.stream().filter(line -> line.charAt(0) == sign).toList();
        long answered = asked.stream()
                .filter(line -> confidence(line.substring(2)) >= properties.threshold())
                .count();
        return answered + " of " + asked.size() + " answered";
    }

    private double confidence(String question) {
        List<Evidence> evidence = new PassageContentRetriever(retriever, properties.passages(), query -> Filter.NONE)
                .retrieve(Query.from(question)).stream()
                        .map(content -> Evidence.of(content, splitter))
                        .toList();
        return reader.read(QuestionAnalysis.of(question), evidence).confidence();
    }
}
