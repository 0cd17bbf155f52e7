package io.dateline.channel.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts what is too long for one message. Put together again the pieces are the text. */
public final class ChatPages {

    /** Characters of Markdown in a message; Slack takes 12,000 and drops the rest without a word. */
    public static final int LONGEST = 11_000;

    /** The end of a sentence: its mark, quotes that close, the citations that belong to it, and the space behind. */
    private static final Pattern SENTENCE_END =
            Pattern.compile("[.!?…][\"”’)]*(?: ?\\[\\\\\\[\\d{1,3}\\\\]]\\([^)\\s]*\\)(?:"
                    + Pattern.quote(ChatMarker.DOUBT) + ")?)*\\s+");

    private ChatPages() {}

    public static List<String> of(String markdown) {
        List<String> pages = new ArrayList<>();
        String rest = markdown;
        while (rest.length() > LONGEST) {
            int end = cut(rest, LONGEST);
            pages.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        pages.add(rest);
        return pages;
    }

    /**
     * Where the text is cut so that at most {@code longest} characters stand before it: behind a sentence, else behind a word, else
     * anywhere but within a character. At least 1.
     */
    public static int cut(String text, int longest) {
        if (text.length() <= longest) {
            return text.length();
        }
        int sentence = lastSentenceEnd(text, longest);
        if (sentence > 0) {
            return sentence;
        }
        int space = text.lastIndexOf(' ', longest - 1);
        int end = space > 0 ? space + 1 : longest;
        return end > 1 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    /** Past the last sentence that ends within the first {@code limit} characters; 0 when none does. */
    static int lastSentenceEnd(String text, int limit) {
        Matcher end = SENTENCE_END.matcher(text);
        int last = 0;
        while (end.find() && end.end() <= limit) {
            last = end.end();
        }
        return last;
    }
}
