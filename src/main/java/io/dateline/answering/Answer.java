package io.dateline.answering;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer.
 *
 * @param text Markdown without HTML; {@code [n]} marks citation n
 * @param fact null when there is no short answer
 * @param mode {@link #READER} when the articles were quoted, else the name of the language model
 * @param timings milliseconds by stage, in the order of the stages; {@code total} last
 * @param tokens null when no language model was asked
 * @param notice a line for the person who asked, such as why the language model was not used; null as a rule
 */
public record Answer(
        Status status,
        String text,
        @Nullable Fact fact,
        List<Citation> citations,
        List<Source> sources,
        List<String> followUps,
        String mode,
        Map<String, Long> timings,
        @Nullable Tokens tokens,
        @Nullable String notice) {

    /** The mode in which the articles are quoted. */
    public static final String READER = "reader";

    public Answer {
        citations = List.copyOf(citations);
        sources = List.copyOf(sources);
        followUps = List.copyOf(followUps);
    }

    /** What kind of answer it is. */
    public enum Status {
        /** The articles hold the answer. */
        ANSWERED,
        /** The articles do not hold it. */
        NOT_FOUND,
        /** Not something Dateline does. */
        DECLINED,
        /** A greeting, thanks, a question about Dateline or its archive. */
        CHAT
    }

    /**
     * What a language model read and wrote.
     *
     * @param cost with its currency; null where nobody said what tokens cost
     */
    public record Tokens(int input, int output, @Nullable String cost) {}
}
