package io.dateline.conversation;

import java.text.BreakIterator;
import java.util.Locale;

/** What a conversation is called. */
final class Title {

    static final int LONGEST = 200;

    /** Fits one line of a list. */
    private static final int LONGEST_OF_A_QUESTION = 80;

    private Title() {}

    /** The question on one line, shortened at a word when it is long. */
    static String of(String question) {
        String line = question.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_OF_A_QUESTION) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST_OF_A_QUESTION - 1);
        if (end < LONGEST_OF_A_QUESTION / 2) {
            // A word this long, or a script without spaces: cut between characters as a reader sees them.
            BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
            characters.setText(line);
            end = characters.preceding(LONGEST_OF_A_QUESTION + 1);
        }
        return line.substring(0, end).stripTrailing() + "…";
    }

    /** A title as a person typed it, on one line. */
    static String typed(String title) {
        String line = title.strip().replaceAll("\\s+", " ");
        if (line.isEmpty() || line.length() > LONGEST) {
            throw new IllegalArgumentException("a title has 1 to " + LONGEST + " characters, got " + line.length());
        }
        return line;
    }
}
