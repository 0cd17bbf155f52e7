package io.dateline.answering;

/**
 * A question of the same conversation that was answered before.
 *
 * @param question as it was typed
 * @param standalone as it was searched; equals {@code question} when it was not rewritten
 */
public record Exchange(String question, String standalone, Answer answer) {}
