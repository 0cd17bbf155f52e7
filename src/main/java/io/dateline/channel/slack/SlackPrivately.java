package io.dateline.channel.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.channel.chat.ChatAnswerText;
import io.dateline.channel.chat.ChatAsking;
import io.dateline.channel.chat.ChatAsking.Asking;
import io.dateline.channel.chat.ChatAsking.Heard;
import io.dateline.channel.chat.ChatDraft;
import io.dateline.channel.chat.ChatInbox;
import io.dateline.channel.chat.ChatLinks;
import io.dateline.channel.chat.ChatMarkdown;
import io.dateline.channel.chat.ChatPages;
import io.dateline.conversation.ConversationStore;
import io.dateline.conversation.Turn;
import io.dateline.desk.AnswerDesk;
import io.dateline.desk.AnswerLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that only the person sees who asked, by command or by shortcut, until they share one. They go to the address that came
 * with the question, since Dateline need not be a member of the channel it was asked in. Thread-safe.
 */
final class SlackPrivately {

    private static final Logger LOG = LoggerFactory.getLogger(SlackPrivately.class);

    private final SlackHooks hooks;
    private final ChatAsking asking;
    private final AnswerDesk desk;
    private final ConversationStore conversations;
    private final SlackClaims claims;
    private final ChatAnswerText text;
    private final SlackBlocks blocks;
    private final List<SlackPrivateQuestion> left;

    SlackPrivately(
            SlackHooks hooks,
            ChatAsking asking,
            AnswerDesk desk,
            ConversationStore conversations,
            SlackClaims claims,
            ChatLinks links) {
        this.hooks = hooks;
        this.asking = asking;
        this.desk = desk;
        this.conversations = conversations;
        this.claims = claims;
        this.text = new ChatAnswerText(links);
        this.blocks = new SlackBlocks(links);
        // Now, before the first request: what is unanswered later may just be in work.
        this.left = claims.unanswered(SlackPrivateQuestion.KEYS, SlackPrivateQuestion.class);
    }

    /**
     * A person, and where what they see can be sent for half an hour.
     *
     * @param trigger the same for every delivery of what they did
     */
    record Caller(String team, String user, String trigger, String responseUrl) {

        String owner() {
            return "slack/" + team + "/user/" + user;
        }
    }

    /** Answers the question, unless that was done before. */
    void answer(SlackPrivateQuestion question) throws InterruptedException {
        if (claims.isNew(question)) {
            answerAnew(question);
        }
    }

    /** As {@link SlackAnswering#answerWhatIsLeft}. */
    void answerWhatIsLeft(ChatInbox inbox) {
        for (SlackPrivateQuestion question : left) {
            if (!inbox.offer(() -> answerAnew(question))) {
                LOG.warn("There is no room to answer {}", question.key());
            }
        }
    }

    private void answerAnew(SlackPrivateQuestion question) throws InterruptedException {
        try {
            hooks.send(question.caller().responseUrl(), question.text().isBlank() ? help() : answerTo(question));
        } catch (SlackFailure e) {
            // Slack does not take the answer, and would not take it after a restart either.
            LOG.error("The answer to {} did not reach Slack", question.key(), e);
        }
        claims.isAnswered(question);
    }

    private static ActionResponse help() {
        return ephemeral(say("Ask about the archive, for example: `/dateline Who signed the treaty?`"), "Help");
    }

    private ActionResponse answerTo(SlackPrivateQuestion question) throws InterruptedException {
        String id = question.id();
        String owner = question.caller().owner();
        Heard heard = asking.ask(new Asking(id, null, question.text(), owner, owner), new ChatAsking.Listener() {
            @Override
            public void accepted(String conversation) {
                // Every command begins anew; its conversation can be found by its question.
            }

            @Override
            public void beat(ChatDraft draft, Duration since) {
                // What only one person sees cannot be streamed.
            }
        });
        List<LayoutBlock> shown = answer(question.text(), heard.end());
        if (heard.end() instanceof Completed completed && completed.answer().status() == Answer.Status.ANSWERED) {
            shown.add(SlackBlocks.share(id));
        }
        return ephemeral(shown, ChatAnswerText.summary(heard.end()));
    }

    /** Shows everybody in the channel what the person was shown; once, and nothing that another person was shown. */
    void share(Caller caller, String questionId) throws SlackFailure, InterruptedException {
        Turn turn = conversations.ownedBy(caller.owner()).turn(questionId).orElse(null);
        Terminal end = turn == null ? null : end(questionId, caller.owner());
        if (turn == null || end == null || !claims.isNew("slack/share/" + questionId)) {
            return;
        }
        List<LayoutBlock> shown = answer(turn.question(), end);
        shown.add(SlackBlocks.sharedBy(caller.user()));
        hooks.send(
                caller.responseUrl(),
                ActionResponse.builder()
                        .responseType("in_channel")
                        .replaceOriginal(false)
                        .text(ChatAnswerText.summary(end))
                        .blocks(shown)
                        .build());
        hooks.send(
                caller.responseUrl(),
                ActionResponse.builder().deleteOriginal(true).build());
    }

    private @Nullable Terminal end(String questionId, String owner) {
        AnswerLog log = desk.resume(questionId, owner).orElse(null);
        if (log == null) {
            return null;
        }
        int seq = 0;
        for (AnswerLog.Entry entry = log.after(seq).orElse(null);
                entry != null;
                entry = log.after(seq).orElse(null)) {
            if (entry.event() instanceof Terminal end) {
                return end;
            }
            seq++;
        }
        return null;
    }

    private List<LayoutBlock> answer(String question, Terminal end) {
        String whole = "_" + ChatMarkdown.escape(question) + "_\n\n" + text.of(end, null);
        // Slack takes five messages at this address; one has to do.
        List<LayoutBlock> shown = say(ChatPages.of(whole).getFirst());
        if (end instanceof Completed completed) {
            shown.addAll(blocks.sources(completed.answer()));
        }
        return shown;
    }

    private static List<LayoutBlock> say(String markdown) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(MarkdownBlock.builder().text(markdown).build());
        return blocks;
    }

    private static ActionResponse ephemeral(List<LayoutBlock> blocks, String summary) {
        return ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(false)
                .text(summary)
                .blocks(blocks)
                .build();
    }
}
