package io.dateline.conversation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One question of a conversation and what became of it.
 *
 * @param id the id its question was asked with; unique among all turns
 * @param question as it was typed, 1 to 2,000 characters
 * @param standalone as it was searched; null when it was searched as typed, or has not been searched yet
 * @param answer the answer as JSON, opaque here; so far as it came when {@code STOPPED}, null while it
 *     runs, when it failed, or when it was stopped before anything was found
 * @param failure null unless {@code state} is {@code FAILED}
 * @param finishedAt null while it runs
 * @param feedback null when nobody has judged the answer
 */
public record Turn(
        String id,
        String conversation,
        String question,
        @Nullable String standalone,
        Scope scope,
        Instant askedAt,
        State state,
        @Nullable String answer,
        @Nullable Failure failure,
        @Nullable Instant finishedAt,
        @Nullable Feedback feedback) {

    /** A question that has just been asked. */
    public static Turn running(String id, String conversation, String question, Scope scope, Instant askedAt) {
        return new Turn(id, conversation, question, null, scope, askedAt, State.RUNNING, null, null, null, null);
    }

    /** How far the answer has come. */
    public enum State {
        RUNNING,
        COMPLETED,
        STOPPED,
        FAILED
    }

    /**
     * The articles the question was limited to.
     *
     * @param asOf nothing published after this day
     * @param publisher exact name
     * @param from first day, inclusive
     * @param to last day, inclusive
     */
    public record Scope(
            @Nullable LocalDate asOf,
            @Nullable String publisher,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static final Scope ALL = new Scope(null, null, null, null);
    }

    /**
     * Why there is no answer.
     *
     * @param message safe to show
     * @param retryable whether asking again may help
     */
    public record Failure(String code, String message, boolean retryable) {}

    /**
     * What a reader thought of the answer.
     *
     * @param note at most {@link #LONGEST_NOTE} characters, may be empty
     */
    public record Feedback(Verdict verdict, String note) {

        public static final int LONGEST_NOTE = 2_000;

        public Feedback {
            if (note.length() > LONGEST_NOTE) {
                throw new IllegalArgumentException(
                        "a note has at most " + LONGEST_NOTE + " characters, got " + note.length());
            }
        }

        /** Thumb. */
        public enum Verdict {
            UP,
            DOWN
        }
    }

    /**
     * How a turn ended.
     *
     * @param state any but {@code RUNNING}
     * @param answer as JSON when {@code COMPLETED}; so far as it came when {@code STOPPED}
     * @param failure when {@code FAILED}
     */
    public record Ending(
            State state,
            @Nullable String standalone,
            @Nullable String answer,
            @Nullable Failure failure) {

        public Ending {
            if (state == State.RUNNING) {
                throw new IllegalArgumentException("a turn does not end RUNNING");
            }
        }
    }
}
