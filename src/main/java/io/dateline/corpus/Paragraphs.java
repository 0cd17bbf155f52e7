package io.dateline.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * The paragraphs of a clean text, each one line. A blank line ends a paragraph, and so does a line end, unless the text was
 * wrapped to a width: then a line end at which the next word would not have fitted is only a space.
 */
final class Paragraphs {

    /** Narrower is a list or a poem, wider was not wrapped by a person's editor; in characters. */
    private static final int NARROWEST_WRAP = 40;

    private static final int WIDEST_WRAP = 120;

    private Paragraphs() {}

    static List<String> of(String cleanText) {
        List<String> lines = cleanText.lines().toList();
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        boolean wrapped = width >= NARROWEST_WRAP && width <= WIDEST_WRAP;
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        String before = "";
        for (String line : lines) {
            boolean goesOn = wrapped && !before.isEmpty() && before.length() + 1 + firstWord(line) > width;
            if (!goesOn && !paragraph.isEmpty()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            if (!line.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
            }
            before = line;
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    /** Its length in characters; a blank line has none and never goes on. */
    private static int firstWord(String line) {
        if (line.isEmpty()) {
            return Integer.MIN_VALUE / 2;
        }
        int space = line.indexOf(' ');
        return space < 0 ? line.length() : space;
    }
}
