package io.dateline.desk;

import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.conversation.Turn;
import java.time.Duration;

/** The ways in which a question fails. */
final class Failures {

    static final Failed OVERLOADED =
            new Failed("overloaded", "Too many questions are being answered. Please ask again in a moment.", true);

    static final Failed NO_CONVERSATION =
            new Failed("unknown_conversation", "This conversation does not exist, or it was deleted.", false);

    static final Failed SHUTTING_DOWN =
            new Failed("interrupted", "Dateline was shut down before the answer was finished. Please ask again.", true);

    static final Failed ELSEWHERE =
            new Failed("interrupted", "Another server is answering this question. Please come back in a moment.", true);

    static final Failed INTERNAL =
            new Failed("internal", "Something went wrong while this question was answered. Please ask again.", true);

    static final Failed NOT_SAVED =
            new Failed("internal", "The question could not be saved, so it was not asked. Please ask again.", true);

    static final Failed ID_TAKEN =
            new Failed("id_taken", "This id was used for another question. Ask with a new one.", false);

    private Failures() {}

    static Failed tooManyAtOnce(int most) {
        return new Failed(
                "rate_limited",
                "You have " + most + " questions running, which is as many as one person may. Please wait for one.",
                true);
    }

    static Failed tooManyAMinute(int most, long seconds) {
        return new Failed(
                "rate_limited",
                "You asked " + most
                        + " questions within a minute, which is as many as one person may. Please ask again in "
                        + seconds + " seconds.",
                true);
    }

    static Failed tookTooLong(Duration longest) {
        return new Failed(
                "interrupted",
                "The answer was not ready after " + longest.toSeconds() + " seconds and was given up.",
                true);
    }

    static Failed of(Turn.Failure failure) {
        return new Failed(failure.code(), failure.message(), failure.retryable());
    }

    static Turn.Failure stored(Failed failed) {
        return new Turn.Failure(failed.code(), failed.message(), failed.retryable());
    }
}
