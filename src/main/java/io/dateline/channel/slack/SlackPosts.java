package io.dateline.channel.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.MarkdownBlock;
import io.dateline.channel.chat.ChatPages;
import io.dateline.channel.chat.ChatText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes whole messages into threads. Thread-safe. */
final class SlackPosts {

    /** Slack's words for blocks that it does not take, as a workspace may not know the newest kinds. */
    private static final Set<String> NOT_TAKEN = Set.of(
            "invalid_blocks", "invalid_blocks_format", "msg_too_long", "msg_blocks_too_long", "markdown_text_conflict");

    /** Characters of a message without blocks, far below what Slack cuts off. */
    private static final int LONGEST_PLAIN = 3_500;

    private final SlackCalls calls;

    SlackPosts(SlackCalls calls) {
        this.calls = calls;
    }

    /**
     * Posts the text as one message or, when it is long, several.
     *
     * @param summary what a notification says
     * @param below what stands under the last message
     */
    void post(SlackPlace place, String markdown, String summary, List<LayoutBlock> below)
            throws SlackFailure, InterruptedException {
        List<String> pages = ChatPages.of(markdown);
        for (int i = 0; i < pages.size(); i++) {
            boolean isLast = i == pages.size() - 1;
            String page = pages.get(i);
            try {
                send(place, summary, blocks(page, isLast ? below : List.of()));
            } catch (SlackFailure e) {
                if (!NOT_TAKEN.contains(e.error())) {
                    throw e;
                }
                postPlain(place, page);
            }
        }
    }

    private static List<LayoutBlock> blocks(String markdown, List<LayoutBlock> below) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(MarkdownBlock.builder().text(markdown).build());
        blocks.addAll(below);
        return blocks;
    }

    /** Posts a message that is going to be changed, and gives its {@code ts}. */
    String open(SlackPlace place, String markdown) throws SlackFailure, InterruptedException {
        return send(place, ChatText.escape(ChatText.shortened(markdown, LONGEST_PLAIN)), blocks(markdown, List.of()));
    }

    /** Makes the message say this. */
    void update(SlackPlace place, String ts, String markdown, String summary, List<LayoutBlock> below)
            throws SlackFailure, InterruptedException {
        calls.call(
                "chat.update",
                client -> client.chatUpdate(message ->
                        message.channel(place.channel()).ts(ts).text(summary).blocks(blocks(markdown, below))));
    }

    /** Opens a stream that begins with this text, and gives its {@code ts}. */
    String startStream(SlackMessage message, String markdown) throws SlackFailure, InterruptedException {
        SlackPlace place = message.place();
        return calls.call(
                        "chat.startStream",
                        client -> client.chatStartStream(stream -> stream.channel(place.channel())
                                .threadTs(place.thread())
                                .recipientUserId(message.user())
                                .recipientTeamId(place.team())
                                .markdownText(markdown)))
                .getTs();
    }

    void appendStream(SlackPlace place, String ts, String markdown) throws SlackFailure, InterruptedException {
        calls.call(
                "chat.appendStream",
                client -> client.chatAppendStream(
                        stream -> stream.channel(place.channel()).ts(ts).markdownText(markdown)));
    }

    /** Ends a stream with these words, which may be none, and with what stands below them. */
    void stopStream(SlackPlace place, String ts, String markdown, List<LayoutBlock> below)
            throws SlackFailure, InterruptedException {
        calls.call(
                "chat.stopStream",
                client -> client.chatStopStream(stream -> {
                    stream.channel(place.channel()).ts(ts);
                    if (!markdown.isEmpty()) {
                        stream.markdownText(markdown);
                    }
                    return below.isEmpty() ? stream : stream.blocks(below);
                }));
    }

    private String send(SlackPlace place, String text, List<LayoutBlock> blocks)
            throws SlackFailure, InterruptedException {
        return calls.call(
                        "chat.postMessage " + place.channel(),
                        client -> client.chatPostMessage(message -> message.channel(place.channel())
                                .threadTs(place.thread())
                                .text(text)
                                .blocks(blocks)
                                .unfurlLinks(false)
                                .unfurlMedia(false)))
                .getTs();
    }

    private void postPlain(SlackPlace place, String page) throws SlackFailure, InterruptedException {
        String rest = page;
        while (!rest.isEmpty()) {
            int end = ChatPages.cut(rest, LONGEST_PLAIN);
            send(place, rest.substring(0, end), List.of());
            rest = rest.substring(end);
        }
    }
}
