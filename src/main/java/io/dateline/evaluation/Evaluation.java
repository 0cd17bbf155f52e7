package io.dateline.evaluation;

import io.dateline.answering.Answer;
import io.dateline.answering.Answerer;
import io.dateline.answering.Question;
import io.dateline.retrieval.Hit;
import io.dateline.retrieval.Retriever;
import io.dateline.retrieval.SearchQuery;
import io.dateline.retrieval.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Asks questions whose answers are known, one after the other, and counts. Not thread-safe. */
final class Evaluation {

    private static final int DEPTH = 100;

    /** Until the code is compiled and the index is in memory; the first questions are simply asked twice. */
    private static final int WARM_UPS = 100;

    private final List<GoldQuestion> questions;
    private final Consumer<String> progress;

    /** @param progress is told now and then how far it is */
    Evaluation(List<GoldQuestion> questions, Consumer<String> progress) {
        this.questions = questions;
        this.progress = progress;
    }

    /** How well passages are found without some of the stages. */
    Run retrieval(String name, Retriever retriever, Set<Stage> without) {
        RetrievalFigures figures = new RetrievalFigures();
        Latencies latencies = new Latencies();
        questions.stream().limit(WARM_UPS).forEach(question -> retriever.retrieve(query(question, without), DEPTH));
        Steps steps = new Steps(name, questions.size(), progress);
        for (GoldQuestion question : questions) {
            long began = System.nanoTime();
            List<Hit> hits = retriever.retrieve(query(question, without), DEPTH);
            latencies.add((System.nanoTime() - began) / (double) TimeUnit.MILLISECONDS.toNanos(1));
            figures.count(firstRight(question, hits));
            steps.done();
        }
        return new Run(name, figures.values(), Map.of("retrieve", latencies.values()));
    }

    /** How good the short answers are, and how often there is none. */
    Run answers(String name, Answerer answerer) throws InterruptedException {
        return answers(name, answerer, question -> {});
    }

    /** The same when no article that holds an answer can be found. */
    Run refusals(String name, Answerer answerer, WithheldArticles articles) throws InterruptedException {
        Run run = answers(name, answerer, question -> articles.withhold(question::isAnsweredBy));
        articles.withholdNothing();
        return run;
    }

    /**
     * The short answers of one that refuses nothing, and how far their confidence is to be believed.
     *
     * @param risks counts them too
     */
    Run unrefused(String name, Answerer answerer, RiskCoverage risks) throws InterruptedException {
        AnswerFigures figures = new AnswerFigures();
        Steps steps = new Steps(name, questions.size(), progress);
        for (GoldQuestion question : questions) {
            Answer answer = answerer.answer(asked(question), List.of(), event -> {});
            figures.count(question, answer);
            risks.count(question, answer);
            steps.done();
        }
        Map<String, Double> values = new LinkedHashMap<>(figures.values());
        values.put("calibration error", risks.calibrationError());
        return new Run(name, values, Map.of());
    }

    private Run answers(String name, Answerer answerer, Consumer<GoldQuestion> before) throws InterruptedException {
        AnswerFigures figures = new AnswerFigures();
        Map<String, Latencies> latencies = new LinkedHashMap<>();
        Steps steps = new Steps(name, questions.size(), progress);
        for (GoldQuestion question : questions) {
            before.accept(question);
            Answer answer = answerer.answer(asked(question), List.of(), event -> {});
            figures.count(question, answer);
            answer.timings()
                    .forEach((stage, ms) -> latencies
                            .computeIfAbsent(stage, s -> new Latencies())
                            .add(ms));
            steps.done();
        }
        Map<String, Map<String, Double>> times = new LinkedHashMap<>();
        latencies.forEach((stage, each) -> times.put(stage, each.values()));
        return new Run(name, figures.values(), times);
    }

    private static SearchQuery query(GoldQuestion question, Set<Stage> without) {
        return new SearchQuery(question.text(), question.filter(), without);
    }

    private static Question asked(GoldQuestion question) {
        return new Question(UUID.randomUUID().toString(), null, question.text(), question.filter());
    }

    private static int firstRight(GoldQuestion question, List<Hit> hits) {
        for (int i = 0; i < hits.size(); i++) {
            if (question.isAnsweredBy(hits.get(i).passage().text())) {
                return i + 1;
            }
        }
        return 0;
    }
}
