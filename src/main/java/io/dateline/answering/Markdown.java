package io.dateline.answering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Markdown that answers are written in. Text of articles is quoted in it and must not act as markup. */
final class Markdown {

    private static final Pattern ACTIVE =
            Pattern.compile("[\\\\`*_\\[\\]<>~]|&(?=[#\\w]+;)|^[-+#]|^\\d+(?=[.)](?: |$))|:(?=//)");

    private Markdown() {}

    /** The text as one line, with a backslash before whatever Markdown would take as its own. */
    static String escape(String text) {
        return ACTIVE.matcher(text.replaceAll("\\s+", " "))
                .replaceAll(m -> Matcher.quoteReplacement(
                        Character.isDigit(m.group().charAt(0)) ? m.group() + "\\" : "\\" + m.group()));
    }

    /** A block quote that ends with the marker of its citation. */
    static String quote(String text, int citation) {
        return "> " + escape(text) + " [" + citation + "]";
    }
}
