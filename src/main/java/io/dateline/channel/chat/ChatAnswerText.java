package io.dateline.channel.chat;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.answering.AnswerEvent.Stopped;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.answering.Fact;
import io.dateline.answering.Source;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of an answer in a chat: the question as it was searched, the short answer in bold, the text. */
public final class ChatAnswerText {

    private static final int LONGEST_SUMMARY = 300;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final ChatLinks links;

    public ChatAnswerText(ChatLinks links) {
        this.links = links;
    }

    /** @param searched null when the question was searched as it was typed */
    public String of(Terminal end, @Nullable String searched) {
        return switch (end) {
            case Completed completed -> head(searched, completed.answer().fact()) + body(completed.answer());
            case Failed failed -> ChatMarkdown.escape(failed.message());
            case Stopped stopped -> "This question was stopped.";
        };
    }

    /** What a notification says, in Slack's own markup. */
    public static String summary(Terminal end) {
        String text = switch (end) {
            case Completed completed -> shortly(completed.answer());
            case Failed failed -> failed.message();
            case Stopped stopped -> "This question was stopped.";
        };
        return ChatText.inert(ChatText.shortened(text, LONGEST_SUMMARY));
    }

    private static String shortly(Answer answer) {
        return answer.fact() == null ? answer.text() : answer.fact().text();
    }

    /** What stands above the text. */
    static String head(@Nullable String searched, @Nullable Fact fact) {
        return (searched == null ? "" : "_Searched for: " + ChatMarkdown.escape(searched) + "_\n\n")
                + (fact == null ? "" : "**" + ChatMarkdown.escape(fact.text()) + "**\n\n");
    }

    /** When it was published, in words. */
    public static String day(Source source) {
        LocalDate day = source.publishedAt();
        return day == null ? "undated" : DAY.format(day);
    }

    private String body(Answer answer) {
        String text =
                ChatMarkdown.of(answer.text(), number -> links.marker(number, answer.citations(), answer.sources()));
        return text + (answer.notice() == null ? "" : "\n\n_" + ChatMarkdown.escape(answer.notice()) + "_");
    }
}
