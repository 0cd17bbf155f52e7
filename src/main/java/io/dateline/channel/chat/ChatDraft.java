package io.dateline.channel.chat;

import io.dateline.answering.AnswerEvent;
import io.dateline.answering.AnswerEvent.CitationAdded;
import io.dateline.answering.AnswerEvent.FactFound;
import io.dateline.answering.AnswerEvent.Rewritten;
import io.dateline.answering.AnswerEvent.SourcesFound;
import io.dateline.answering.AnswerEvent.TextAdded;
import io.dateline.answering.Citation;
import io.dateline.answering.Fact;
import io.dateline.answering.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer as far as it has come. Not thread-safe. */
public final class ChatDraft {

    /** The end of a sentence with the citations that belong to it, or of a paragraph. */
    private static final Pattern END = Pattern.compile("[.!?…][\"”’)]*(?: ?\\[\\d{1,3}])*(?=\\s)|(?=\n\n)");

    private final ChatLinks links;
    private final StringBuilder text = new StringBuilder();
    private final List<Citation> citations = new ArrayList<>();
    private List<Source> sources = List.of();
    private @Nullable String searched;
    private @Nullable Fact fact;

    ChatDraft(ChatLinks links) {
        this.links = links;
    }

    void add(AnswerEvent event) {
        switch (event) {
            case Rewritten rewritten -> searched = rewritten.question();
            case SourcesFound found -> sources = found.sources();
            case FactFound found -> fact = found.fact();
            case TextAdded added -> text.append(added.delta());
            case CitationAdded added -> citations.add(added.citation());
            case AnswerEvent.Accepted accepted -> {}
            case AnswerEvent.Terminal end -> {}
        }
    }

    /** The question as it was searched; null when that was as it was typed. */
    @Nullable
    String searched() {
        return searched;
    }

    /** Roughly how many characters there are to show. */
    public int length() {
        return text.length();
    }

    /**
     * What can be shown already: whole sentences whose citations are known, under the short answer. Empty as long as there is no
     * sentence, since a language model may still decline.
     */
    public String shown() {
        String whole = text.toString();
        int end = lastEnd(whole, firstUnknownMarker(whole));
        if (end == 0) {
            return "";
        }
        return ChatAnswerText.head(searched, fact)
                + ChatMarkdown.of(whole.substring(0, end), number -> links.marker(number, citations, sources));
    }

    private static int lastEnd(String text, int limit) {
        Matcher end = END.matcher(text);
        int last = 0;
        while (end.find() && end.end() <= limit) {
            last = end.end();
        }
        return last;
    }

    /** Where the first citation stands that has not been told of; the end of the text when there is none. */
    private int firstUnknownMarker(String text) {
        return ChatMarkdown.markers(text).stream()
                .filter(marker -> citations.stream()
                        .noneMatch(citation -> citation.number() == Integer.parseInt(marker.group(1))))
                .map(MatchResult::start)
                .findFirst()
                .orElse(text.length());
    }
}
