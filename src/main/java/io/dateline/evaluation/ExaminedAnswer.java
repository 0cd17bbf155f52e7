package io.dateline.evaluation;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.Answerer;
import io.dateline.answering.Citation;
import io.dateline.answering.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a language model wrote to a question, and what became of it.
 *
 * @param outcome {@code prose}, {@code not found}, {@code declined}, {@code chat} or {@code quoted}, the last with the line that a
 *     person got to read if there was one
 * @param isShown whether the statements are part of the answer, or were withdrawn
 */
record ExaminedAnswer(
        String question, String outcome, boolean isShown, List<WrittenStatement> statements, double milliseconds) {

    ExaminedAnswer {
        statements = List.copyOf(statements);
    }

    /** @param model its name, which is an answer's mode when the model wrote it */
    static ExaminedAnswer ask(ExamQuestion asked, String model, Answerer answerer) throws InterruptedException {
        StringBuilder streamed = new StringBuilder();
        List<Citation> cited = new ArrayList<>();
        long began = System.nanoTime();
        Answer answer = answerer.answer(
                new Question(UUID.randomUUID().toString(), null, asked.text(), GoldQuestion.filter(asked.askedOn())),
                List.of(),
                event -> {
                    switch (event) {
                        case AnswerEvent.TextAdded e -> streamed.append(e.delta());
                        case AnswerEvent.CitationAdded e -> cited.add(e.citation());
                        case AnswerEvent.FactFound e -> cited.add(e.fact().citation());
                        default -> {}
                    }
                });
        double took = (System.nanoTime() - began) / 1e6;
        boolean isShown = answer.mode().equals(model);
        String written = isShown ? answer.text() : before(answer.text(), streamed.toString());
        // The same numbers begin anew when the answer is replaced; the model's came first.
        Map<Integer, Citation> byNumber = new HashMap<>();
        cited.forEach(citation -> byNumber.putIfAbsent(citation.number(), citation));
        return new ExaminedAnswer(
                asked.text(), outcome(answer, isShown), isShown, WrittenStatement.in(written, byNumber), took);
    }

    /** What was streamed and is not part of the answer any more. */
    private static String before(String text, String streamed) {
        return streamed.endsWith(text) ? streamed.substring(0, streamed.length() - text.length()) : streamed;
    }

    private static String outcome(Answer answer, boolean isShown) {
        return switch (answer.status()) {
            case ANSWERED -> isShown ? "prose" : "quoted" + (answer.notice() == null ? "" : ": " + answer.notice());
            case NOT_FOUND -> "not found";
            case DECLINED -> "declined";
            case CHAT -> "chat";
        };
    }
}
