package io.dateline.answering;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.injector.ContentInjector;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts the question and the numbered evidence into the prompt; the first content is number 1. The day that a question is asked as of is
 * the attribute {@value #AS_OF} of its message.
 */
final class NumberedEvidenceInjector implements ContentInjector {

    static final String PROMPT = "answer-question.md";
    static final String AS_OF = "asOf";
    static final Set<String> PLACEHOLDERS = Set.of("question", "evidence", "today");

    private final Prompt prompt;
    private final Clock clock;

    NumberedEvidenceInjector(Prompt prompt, Clock clock) {
        this.prompt = prompt;
        this.clock = clock;
    }

    @Override
    public ChatMessage inject(List<Content> contents, ChatMessage question) {
        String evidence = IntStream.range(0, contents.size())
                .mapToObj(i -> "[" + (i + 1) + "] " + line(contents.get(i)))
                .collect(Collectors.joining("\n"));
        UserMessage asked = (UserMessage) question;
        return UserMessage.from(prompt.fill(
                Map.of("question", oneLine(asked.singleText()), "evidence", evidence, "today", today(asked))));
    }

    private String today(UserMessage asked) {
        String today = Dates.day(LocalDate.now(clock));
        return asked.attributes().get(AS_OF) instanceof LocalDate asOf
                ? today + ", but the question is asked as of " + Dates.day(asOf)
                : today;
    }

    private static String line(Content content) {
        Metadata metadata = content.textSegment().metadata();
        String publisher = metadata.getString("publisher");
        String day = metadata.getString("publishedAt");
        return "(" + (publisher == null ? "" : oneLine(publisher) + ", ")
                + (day == null ? "undated" : Dates.day(LocalDate.parse(day))) + ") "
                + oneLine(content.textSegment().text());
    }

    /** Line breaks, brackets and braces would let an article forge evidence numbers or placeholders. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ")
                .replace('[', '(')
                .replace(']', ')')
                .replace("{{", "((")
                .replace("}}", "))");
    }
}
