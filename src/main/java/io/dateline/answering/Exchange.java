package io.dateline.answering;

import java.util.List;
import java.util.Map;

/**
 * A question of the same conversation that was answered before.
 *
 * @param question as it was typed
 * @param standalone as it was searched; equals {@code question} when it was not rewritten
 */
public record Exchange(String question, String standalone, Answer answer) {

    /** Whether the articles were asked for something; small talk, and what could not be looked for, is nothing to refer to. */
    boolean isAboutArticles() {
        return answer.status() == Answer.Status.ANSWERED || answer.status() == Answer.Status.NOT_FOUND;
    }

    /** An exchange of which no more is known than the words. */
    public static Exchange ofWords(String question, String standalone, String answer) {
        return new Exchange(
                question,
                standalone,
                new Answer(
                        Answer.Status.ANSWERED,
                        answer,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        Answer.READER,
                        Map.of(),
                        null,
                        null));
    }
}
