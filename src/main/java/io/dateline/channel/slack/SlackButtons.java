package io.dateline.channel.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import io.dateline.conversation.ConversationStore;
import io.dateline.conversation.Turn;

/** The buttons below answers. Thread-safe. */
final class SlackButtons {

    private final SlackAnswering answering;
    private final SlackPrivately privately;
    private final ConversationStore conversations;

    SlackButtons(SlackAnswering answering, SlackPrivately privately, ConversationStore conversations) {
        this.answering = answering;
        this.privately = privately;
        this.conversations = conversations;
    }

    /** Does what the button that was pressed is for. */
    void pressed(BlockActionPayload payload) throws Exception {
        for (BlockActionPayload.Action action : payload.getActions()) {
            String id = action.getActionId();
            if (id.equals(SlackBlocks.FEEDBACK)) {
                judge(place(payload), action.getValue());
            } else if (id.equals(SlackBlocks.SHARE)) {
                privately.share(
                        new SlackPrivately.Caller(
                                payload.getTeam().getId(),
                                payload.getUser().getId(),
                                payload.getTriggerId(),
                                payload.getResponseUrl()),
                        action.getValue());
            } else if (id.startsWith(SlackBlocks.FOLLOW_UP)) {
                answering.answer(new SlackMessage(
                        place(payload),
                        "pressed-" + payload.getTriggerId(),
                        payload.getUser().getId(),
                        action.getValue(),
                        true));
            }
        }
    }

    /** @param value the verdict and the id of the question, as they were put behind the thumb */
    private void judge(SlackPlace place, String value) {
        int space = value.indexOf(' ');
        Turn.Feedback.Verdict verdict = value.startsWith("up ") ? Turn.Feedback.Verdict.UP : Turn.Feedback.Verdict.DOWN;
        conversations.ownedBy(place.key()).judge(value.substring(space + 1), new Turn.Feedback(verdict, ""));
    }

    /** The thread that the message with the button is part of. */
    private static SlackPlace place(BlockActionPayload payload) {
        BlockActionPayload.Container container = payload.getContainer();
        String thread = container.getThreadTs();
        if (thread == null && payload.getMessage() != null) {
            thread = payload.getMessage().getThreadTs();
        }
        return new SlackPlace(
                payload.getTeam().getId(),
                container.getChannelId(),
                thread == null ? container.getMessageTs() : thread);
    }
}
