package io.dateline.channel.slack;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.answering.Source;
import io.dateline.channel.slack.SlackAsking.Asking;
import io.dateline.channel.slack.SlackAsking.Heard;
import io.dateline.conversation.ChatThreads;
import io.dateline.conversation.ConversationStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions of a chat service within the call that asks. These calls do not tell threads apart, so what one person asks in
 * one channel is one conversation. A call that is repeated gets the answer to the one question. Thread-safe.
 */
final class WebhookAnswering {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookAnswering.class);

    /** Below what Zulip (10,000) and Mattermost (16,383) take, with room for the sources. */
    private static final int LONGEST = 7_000;

    private static final int MOST_SOURCES = 5;

    private static final String WRONG = "Something went wrong while this question was answered. Please ask again.";

    private final String service;
    private final SlackAsking asking;
    private final ConversationStore conversations;
    private final ChatThreads threads;
    private final SlackLinks links;
    private final Duration waits;
    private final SlackInbox inbox;

    /** @param waits how long the service waits for an answer */
    WebhookAnswering(
            String service,
            SlackAsking asking,
            ConversationStore conversations,
            ChatThreads threads,
            SlackLinks links,
            Duration waits,
            SlackInbox inbox) {
        this.service = service;
        this.asking = asking;
        this.conversations = conversations;
        this.threads = threads;
        this.links = links;
        this.waits = waits;
        this.inbox = inbox;
    }

    /**
     * The answer in Markdown; empty when it is not there in time, or when there are too many questions.
     *
     * @param late gets an answer that is not there in time
     */
    Optional<String> answer(WebhookCall call, Consumer<String> late) throws InterruptedException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        boolean isTaken = inbox.offer(() -> {
            try {
                answer.complete(text(ask(call)));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        if (!isTaken) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer.get(waits.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            var unused = answer.exceptionally(fault -> WRONG).thenAccept(late);
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.error("A question of {} was not answered", service, e);
            return Optional.of(WRONG);
        }
    }

    private Heard ask(WebhookCall call) throws InterruptedException {
        String owner = service + "/" + call.person();
        return asking.ask(
                new Asking(service + "-" + call.id(), conversation(owner), call.question(), owner),
                new SlackAsking.Listener() {
                    @Override
                    public void accepted(String conversation) {
                        threads.keep(owner, conversation, SlackPace.REAL.instant());
                    }

                    @Override
                    public void beat(SlackDraft draft, Duration since) {
                        // The answer is sent whole.
                    }
                });
    }

    private @Nullable String conversation(String owner) {
        return threads.conversation(owner)
                .filter(id -> conversations.ownedBy(owner).conversation(id).isPresent())
                .orElse(null);
    }

    private String text(Heard heard) {
        String whole = new SlackAnswerText(links).of(heard.end(), heard.searched());
        return whole.substring(0, SlackPages.cut(whole, LONGEST)) + sources(heard.end());
    }

    private String sources(Terminal end) {
        StringBuilder lines = new StringBuilder();
        if (end instanceof Completed completed) {
            Answer answer = completed.answer();
            SlackLinks.cited(answer).stream()
                    .limit(MOST_SOURCES)
                    .forEach(source -> lines.append("\n").append(line(source)));
        }
        return lines.isEmpty() ? "" : "\n\nSources:\n" + lines;
    }

    private String line(Source source) {
        String title = SlackMarkdown.escape(source.title());
        String url = links.of(source);
        return "- " + (url == null ? title : "[" + title + "](" + url + ")")
                + (source.publisher() == null ? "" : ", " + SlackMarkdown.escape(source.publisher()))
                + ", " + SlackBlocks.day(source);
    }
}
