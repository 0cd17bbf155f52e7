package io.dateline.channel.slack;

import com.slack.api.model.assistant.SuggestedPrompt;
import io.dateline.answering.SuggestedQuestions;
import io.dateline.channel.chat.ChatText;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the pane for assistants shows beside the messages: questions to begin with, what is being done, what a thread is about.
 * Nothing depends on it, so what Slack does not take is let go. Thread-safe.
 */
final class SlackAssistantPane {

    private static final Logger LOG = LoggerFactory.getLogger(SlackAssistantPane.class);

    /** Prompts that the pane has room for. */
    private static final int MOST_PROMPTS = 4;

    private static final int LONGEST_TITLE = 80;

    private final SlackCalls calls;
    private final SuggestedQuestions suggested;

    SlackAssistantPane(SlackCalls calls, SuggestedQuestions suggested) {
        this.calls = calls;
        this.suggested = suggested;
    }

    /** Somebody has opened the pane. */
    void isOpened(SlackPlace place) {
        List<SuggestedPrompt> prompts = suggested.suggest(MOST_PROMPTS).stream()
                .map(question -> SuggestedPrompt.create(question))
                .collect(Collectors.toList());
        if (prompts.isEmpty()) {
            return;
        }
        attempt(
                "assistant.threads.setSuggestedPrompts",
                client -> client.assistantThreadsSetSuggestedPrompts(request -> request.channelId(place.channel())
                        .threadTs(place.thread())
                        .title("Ask the archive, for example:")
                        .prompts(prompts)));
    }

    /** A question is being answered. Slack takes the line away when the answer is there. */
    void isSearching(SlackPlace place) {
        if (place.isDirect()) {
            attempt(
                    "assistant.threads.setStatus",
                    client -> client.assistantThreadsSetStatus(request -> request.channelId(place.channel())
                            .threadTs(place.thread())
                            .status("is searching the archive…")));
        }
    }

    /** The first question of a thread is what the thread is about. */
    void isAbout(SlackPlace place, String question) {
        if (place.isDirect()) {
            attempt(
                    "assistant.threads.setTitle",
                    client -> client.assistantThreadsSetTitle(request -> request.channelId(place.channel())
                            .threadTs(place.thread())
                            .title(ChatText.shortened(question, LONGEST_TITLE))));
        }
    }

    private void attempt(String method, SlackCalls.Call<?> call) {
        try {
            calls.attempt(method, call);
        } catch (SlackFailure e) {
            LOG.debug("The pane was not told: {}", e.getMessage());
        }
    }
}
