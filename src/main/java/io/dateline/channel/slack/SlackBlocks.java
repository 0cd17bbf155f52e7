package io.dateline.channel.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.FeedbackButtonObject;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.FeedbackButtonsElement;
import io.dateline.answering.Answer;
import io.dateline.answering.Citation;
import io.dateline.answering.Source;
import io.dateline.channel.chat.ChatAnswerText;
import io.dateline.channel.chat.ChatLinks;
import io.dateline.channel.chat.ChatText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What stands below an answer: its sources, thumbs, and what could be asked next. */
final class SlackBlocks {

    static final String FEEDBACK = "dateline_feedback";

    static final String SHARE = "dateline_share";

    static final String FOLLOW_UP = "dateline_follow_up_";

    /** Elements that one context block holds. */
    private static final int MOST_SOURCES = 10;

    /** Characters that a button shows. */
    private static final int LONGEST_BUTTON = 75;

    private static final int LONGEST_TITLE = 150;

    private final ChatLinks links;

    SlackBlocks(ChatLinks links) {
        this.links = links;
    }

    /** @param questionId what the thumbs are about */
    List<LayoutBlock> below(Answer answer, String questionId) {
        List<LayoutBlock> blocks = new ArrayList<>(sources(answer));
        if (answer.status() == Answer.Status.ANSWERED || answer.status() == Answer.Status.NOT_FOUND) {
            blocks.add(feedback(questionId));
        }
        if (!answer.followUps().isEmpty()) {
            blocks.add(followUps(answer.followUps()));
        }
        return blocks;
    }

    /** The sources alone; none when there are none. */
    List<LayoutBlock> sources(Answer answer) {
        List<Source> sources = ChatLinks.cited(answer);
        return sources.isEmpty()
                ? List.of()
                : List.of(ContextBlock.builder()
                        .elements(sources.stream()
                                .limit(MOST_SOURCES)
                                .map(source -> line(source, answer.citations()))
                                .collect(Collectors.toList()))
                        .build());
    }

    /** The button that shows everybody what one person was shown. */
    static LayoutBlock share(String questionId) {
        return ActionsBlock.builder()
                .elements(List.of(ButtonElement.builder()
                        .actionId(SHARE)
                        .text(plain("Share in this channel"))
                        .value(questionId)
                        .build()))
                .build();
    }

    /** @param user who shared, as Slack knows them */
    static LayoutBlock sharedBy(String user) {
        return ContextBlock.builder()
                .elements(List.of(MarkdownTextObject.builder()
                        .text("Shared by <@" + user + ">")
                        .build()))
                .build();
    }

    private MarkdownTextObject line(Source source, List<Citation> citations) {
        String numbers = citations.stream()
                .filter(citation -> citation.articleId().equals(source.articleId()))
                .map(citation -> "[" + citation.number() + "]")
                .collect(Collectors.joining(" "));
        String title = ChatText.inert(ChatText.shortened(source.title(), LONGEST_TITLE));
        String url = links.of(source);
        return MarkdownTextObject.builder()
                .text((numbers.isEmpty() ? "" : numbers + " ")
                        + (url == null ? title : "<" + url.replace("&", "&amp;") + "|" + title + ">")
                        + (source.publisher() == null ? "" : ", " + ChatText.inert(source.publisher()))
                        + ", "
                        + ChatAnswerText.day(source))
                .verbatim(true)
                .build();
    }

    private static LayoutBlock feedback(String questionId) {
        return ContextActionsBlock.builder()
                .elements(List.of(FeedbackButtonsElement.builder()
                        .actionId(FEEDBACK)
                        .positiveButton(thumb("Good answer", "up " + questionId))
                        .negativeButton(thumb("Bad answer", "down " + questionId))
                        .build()))
                .build();
    }

    private static FeedbackButtonObject thumb(String text, String value) {
        return FeedbackButtonObject.builder().text(plain(text)).value(value).build();
    }

    private static LayoutBlock followUps(List<String> questions) {
        List<BlockElement> buttons = new ArrayList<>();
        for (String question : questions) {
            buttons.add(ButtonElement.builder()
                    .actionId(FOLLOW_UP + buttons.size())
                    .text(plain(ChatText.shortened(question, LONGEST_BUTTON)))
                    .value(question)
                    .build());
        }
        return ActionsBlock.builder().elements(buttons).build();
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }
}
