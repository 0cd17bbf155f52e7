package io.dateline.evaluation;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent;
import io.dateline.answering.Answerer;
import io.dateline.answering.Question;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a model's server must stand besides one question after the other: being stopped, and two people at once.
 *
 * @param asked a question to which the model writes
 */
record ModelTrials(ExamQuestion asked, Answerer answerer) {

    /**
     * Stops an answer at its first words and asks again. A server that answers one question at a time comes to the second only when
     * it has let go of the first.
     */
    String stopping() throws InterruptedException {
        // Twice, so that a server which keeps prompts knows this one whenever time is taken.
        untilFirstWords(System.nanoTime());
        double idle = untilFirstWords(System.nanoTime());
        long stopped = stopAtFirstWords();
        double after = untilFirstWords(stopped);
        return String.format(
                Locale.ROOT,
                "stopped at its first words: the first words of the next answer came %.0f ms later, on an idle server %.0f ms%n",
                after,
                idle);
    }

    /** Two people ask the same at the same time. */
    String twoAtOnce() throws InterruptedException, ExecutionException {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> one = people.submit(() -> answerer.answer(question(), List.of(), event -> {}));
            Future<Answer> other = people.submit(() -> answerer.answer(question(), List.of(), event -> {}));
            return String.format("two at once: %s, %s%n", outcome(one.get()), outcome(other.get()));
        }
    }

    /** What people read when the server has no such model; {@link #answerer} must ask for one that it has not. */
    String wrongName() throws InterruptedException {
        Answer answer = answerer.answer(question(), List.of(), event -> {});
        return String.format("a wrong model name: %s%n", answer.notice() == null ? "no word of it" : answer.notice());
    }

    private static String outcome(Answer answer) {
        return answer.notice() == null
                ? answer.status().name().toLowerCase(Locale.ROOT) + " by " + answer.mode()
                : answer.notice();
    }

    /** Milliseconds from then until the first words of an answer; not a number if there are none. */
    private double untilFirstWords(long since) throws InterruptedException {
        long[] first = new long[1];
        answerer.answer(question(), List.of(), event -> {
            if (event instanceof AnswerEvent.TextAdded && first[0] == 0) {
                first[0] = System.nanoTime();
            }
        });
        return first[0] == 0 ? Double.NaN : (first[0] - since) / 1e6;
    }

    /** When it was stopped, by {@link System#nanoTime}. */
    private long stopAtFirstWords() {
        long[] stopped = {System.nanoTime()};
        try {
            answerer.answer(question(), List.of(), event -> {
                if (event instanceof AnswerEvent.TextAdded) {
                    stopped[0] = System.nanoTime();
                    Thread.currentThread().interrupt();
                }
            });
        } catch (InterruptedException e) {
            return stopped[0];
        }
        Thread.interrupted();
        return stopped[0];
    }

    private Question question() {
        return new Question(UUID.randomUUID().toString(), null, asked.text(), GoldQuestion.filter(asked.askedOn()));
    }
}
