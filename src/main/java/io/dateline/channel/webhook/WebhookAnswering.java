package io.dateline.channel.webhook;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.answering.Source;
import io.dateline.channel.chat.ChatAnswerText;
import io.dateline.channel.chat.ChatAsking;
import io.dateline.channel.chat.ChatAsking.Asking;
import io.dateline.channel.chat.ChatAsking.Heard;
import io.dateline.channel.chat.ChatDraft;
import io.dateline.channel.chat.ChatInbox;
import io.dateline.channel.chat.ChatLinks;
import io.dateline.channel.chat.ChatMarkdown;
import io.dateline.channel.chat.ChatPace;
import io.dateline.channel.chat.ChatPages;
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
    private final ChatAsking asking;
    private final ConversationStore conversations;
    private final ChatThreads threads;
    private final ChatLinks links;
    private final Duration waits;
    private final ChatInbox inbox;

    /** @param waits how long the service waits for an answer */
    WebhookAnswering(
            String service,
            ChatAsking asking,
            ConversationStore conversations,
            ChatThreads threads,
            ChatLinks links,
            Duration waits,
            ChatInbox inbox) {
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
                new Asking(service + "-" + call.id(), conversation(owner), call.question(), owner, owner),
                new ChatAsking.Listener() {
                    @Override
                    public void accepted(String conversation) {
                        threads.keep(owner, conversation, ChatPace.REAL.instant());
                    }

                    @Override
                    public void beat(ChatDraft draft, Duration since) {
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
        String whole = new ChatAnswerText(links).of(heard.end(), heard.searched());
        return whole.substring(0, ChatPages.cut(whole, LONGEST)) + sources(heard.end());
    }

    private String sources(Terminal end) {
        StringBuilder lines = new StringBuilder();
        if (end instanceof Completed completed) {
            Answer answer = completed.answer();
            ChatLinks.cited(answer).stream()
                    .limit(MOST_SOURCES)
                    .forEach(source -> lines.append("\n").append(line(source)));
        }
        return lines.isEmpty() ? "" : "\n\nSources:\n" + lines;
    }

    private String line(Source source) {
        String title = ChatMarkdown.escape(source.title());
        String url = links.of(source);
        return "- " + (url == null ? title : "[" + title + "](" + url + ")")
                + (source.publisher() == null ? "" : ", " + ChatMarkdown.escape(source.publisher()))
                + ", " + ChatAnswerText.day(source);
    }
}
