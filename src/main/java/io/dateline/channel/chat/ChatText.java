package io.dateline.channel.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in and out of Slack's own markup. */
public final class ChatText {

    private static final Pattern ANGLED = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

    /** Places where Slack or a reader's client would begin to see a link or a mention in plain text. */
    private static final Pattern ACTING =
            Pattern.compile("(?<=/)(?=/)|(?<=[Ww]{3})(?=\\.)|(?<=[@#])|(?<=[\\p{Alnum}]\\.)(?=[a-z]{2})");

    /** Joins without being seen. */
    private static final String WORD_JOINER = "\u2060";

    private ChatText() {}

    /** What a person meant by a message: no mention of the bot, links by their words, no escapes. */
    public static String plain(String text, String bot) {
        String named = ANGLED.matcher(text).replaceAll(angled -> {
            String what = angled.group(1);
            String label = angled.group(2);
            if (what.equals("@" + bot)) {
                return " ";
            }
            return Matcher.quoteReplacement(label == null ? what.replaceFirst("^!", "@") : label);
        });
        return named.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The text so that nothing in it mentions, pings or links. */
    public static String inert(String text) {
        return escape(ACTING.matcher(text).replaceAll(WORD_JOINER));
    }

    /** The three characters that Slack's markup is made of. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The beginning of the text, at most so long, cut at a word. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest - 1);
        int end = space > longest / 2 ? space : longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                        .stripTrailing()
                + "…";
    }
}
