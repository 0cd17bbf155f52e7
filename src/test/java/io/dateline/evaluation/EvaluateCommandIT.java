package io.dateline.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.DatelineApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandIT {

    private static final String QUESTIONS = """
            {"id": "1", "askedOn": "2023-03-04", "question": "Which news agency reported the joint statement?", "answers": ["Belta"], "googleTop": []}
            {"id": "2", "askedOn": "2023-03-04", "question": "Who is the prime minister of Iceland?", "answers": ["Katrin Jakobsdottir"], "googleTop": null}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int evaluate(Path questions, String... more) {
        return evaluate(Path.of("data", "articles"), questions, more);
    }

    private int evaluate(Path articles, Path questions, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                articles.toString(),
                questions.toString(),
                "--index",
                folder.resolve("index").toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new EvaluateCommand(DatelineApplication.class))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    @Test
    void printsAndWritesWhatWasFoundAndAnswered() throws IOException {
        Path json = folder.resolve("figures.json");
        int exit = evaluate(
                Files.writeString(folder.resolve("questions.jsonl"), QUESTIONS),
                "--answers",
                "--refusals",
                "--json",
                json.toString());
        assertThat(exit).as(err.toString()).isZero();
        JsonNode figures = JsonMapper.shared().readTree(Files.readString(json));
        JsonNode all = run(figures, "all stages");
        assertThat(all.path("recall@10").asDouble()).isEqualTo(0.5);
        JsonNode answers = run(figures, "answers");
        assertThat(answers.path("F1").asDouble()).isBetween(0.1, 0.5);
        assertThat(answers.path("not found").asDouble()).isEqualTo(0.5);
        assertThat(run(figures, "answers, evidence withheld").path("not found").asDouble())
                .as("the one article holds the answer and is withheld")
                .isEqualTo(1);
        assertThat(out.toString()).contains("1 articles", "| all stages |", "| words alone |", "retrieve |");
    }

    @Test
    void asksTheArticlesItWasGivenAndKeepsTheirIndexWhereItWasTold() throws IOException {
        Path articles = Files.createDirectory(folder.resolve("articles"));
        Files.writeString(
                articles.resolve("harbour.txt"), "Harbour opens\n\nThe mayor Ann Bolt opened the harbour of Selby.");
        Path json = folder.resolve("figures.json");
        int exit = evaluate(
                articles,
                Files.writeString(
                        folder.resolve("questions.jsonl"),
                        "{\"id\": \"1\", \"question\": \"Who opened the harbour of Selby?\", \"answers\": [\"Ann Bolt\"]}"),
                "--without",
                "MEANING,READER",
                "--json",
                json.toString());
        assertThat(exit).as(err.toString()).isZero();
        assertThat(run(JsonMapper.shared().readTree(Files.readString(json)), "all stages")
                        .path("recall@1")
                        .asDouble())
                .isEqualTo(1);
        assertThat(folder.resolve("index").resolve("index")).isDirectoryContaining("glob:**/articles");
    }

    private static JsonNode run(JsonNode report, String name) {
        return report.path("runs")
                .valueStream()
                .filter(run -> run.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("figures");
    }

    @Test
    void drawsHowManyAnswersAreWrongByHowManyAreGiven() throws IOException {
        Path questions = Files.writeString(folder.resolve("questions.jsonl"), QUESTIONS);
        Path curve = folder.resolve("curve.svg");
        assertThat(evaluate(
                        questions,
                        "--every",
                        "2",
                        "--without",
                        "MEANING,READER",
                        "--no-retrieval",
                        "--curve",
                        curve.toString()))
                .as(err.toString())
                .isZero();
        assertThat(curve).content().startsWith("<svg").contains("(1 questions)");
        assertThat(out.toString())
                .contains("answers without a threshold", "calibration error")
                .doesNotContain("all stages");
    }

    @Test
    void asksOnlyWhatIsWanted() throws IOException {
        Path questions = Files.writeString(folder.resolve("questions.jsonl"), QUESTIONS);
        assertThat(evaluate(questions, "--only-searched", "--without", "MEANING,READER"))
                .isZero();
        assertThat(out.toString()).contains("1 questions").doesNotContain("without reader");
    }

    @Test
    void leavesOutTheBreakdownByStages() throws IOException {
        Path questions = Files.writeString(folder.resolve("questions.jsonl"), QUESTIONS);
        assertThat(evaluate(questions, "--no-breakdown", "--without", "MEANING,READER"))
                .isZero();
        assertThat(out.toString()).contains("all stages").doesNotContain("without date", "words alone");
    }

    @Test
    void saysWhichLineIsNoQuestion() throws IOException {
        Path questions = Files.writeString(folder.resolve("questions.jsonl"), QUESTIONS + "{\"question\": \"Who?\"}\n");
        assertThat(evaluate(questions)).isEqualTo(2);
        assertThat(err.toString()).contains("questions.jsonl:3 has no 'question' or no 'answers'");
        assertThat(evaluate(folder.resolve("none.jsonl"))).isEqualTo(2);
        assertThat(err.toString()).contains("there is no").contains("none.jsonl");
    }
}
