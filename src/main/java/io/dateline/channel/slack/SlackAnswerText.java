package io.dateline.channel.slack;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.answering.AnswerEvent.Stopped;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.answering.Fact;
import org.jspecify.annotations.Nullable;

/** The words of an answer in Slack: the question as it was searched, the short answer in bold, the text. */
final class SlackAnswerText {

    private static final int LONGEST_SUMMARY = 300;

    private final SlackLinks links;

    SlackAnswerText(SlackLinks links) {
        this.links = links;
    }

    /** @param searched null when the question was searched as it was typed */
    String of(Terminal end, @Nullable String searched) {
        return switch (end) {
            case Completed completed -> head(searched, completed.answer().fact()) + body(completed.answer());
            case Failed failed -> SlackMarkdown.escape(failed.message());
            case Stopped stopped -> "This question was stopped.";
        };
    }

    /** What a notification says, in Slack's own markup. */
    static String summary(Terminal end) {
        String text = switch (end) {
            case Completed completed -> shortly(completed.answer());
            case Failed failed -> failed.message();
            case Stopped stopped -> "This question was stopped.";
        };
        return SlackText.inert(SlackText.shortened(text, LONGEST_SUMMARY));
    }

    private static String shortly(Answer answer) {
        return answer.fact() == null ? answer.text() : answer.fact().text();
    }

    /** What stands above the text. */
    static String head(@Nullable String searched, @Nullable Fact fact) {
        return (searched == null ? "" : "_Searched for: " + SlackMarkdown.escape(searched) + "_\n\n")
                + (fact == null ? "" : "**" + SlackMarkdown.escape(fact.text()) + "**\n\n");
    }

    private String body(Answer answer) {
        String text = SlackMarkdown.of(answer.text(), number -> links.of(number, answer.citations(), answer.sources()));
        return text + (answer.notice() == null ? "" : "\n\n_" + SlackMarkdown.escape(answer.notice()) + "_");
    }
}
