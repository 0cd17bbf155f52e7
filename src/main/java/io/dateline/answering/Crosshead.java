package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.regex.Pattern;

/**
 * A small heading between the paragraphs of an article. It announces what follows, often in words of it, and states nothing
 * itself, so no answer is read from it.
 *
 * <p>Told by its form: a paragraph of its own, of at most {@value #MOST_WORDS} words, that no full stop, question mark, colon or
 * the like ends, quotation marks aside. A line with a figure is kept: it may be a row of a table or a score.
 */
final class Crosshead {

    private static final int MOST_WORDS = 9;

    private static final Pattern ENDED = Pattern.compile("[.!?…:;,][”’\"'»)\\]]*$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}’'-]+");
    private static final Pattern FIGURE = Pattern.compile("\\p{N}");

    private Crosshead() {}

    /** @param text what the sentence's offsets point into; its ends count as ends of paragraphs */
    static boolean is(Sentence sentence, String text) {
        String line = sentence.text();
        return !ENDED.matcher(line).find()
                && !FIGURE.matcher(line).find()
                && WORD.matcher(line).results().limit(MOST_WORDS + 1L).count() <= MOST_WORDS
                && standsAlone(text, sentence.start(), sentence.end());
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || text.charAt(start - 1) == '\n') && (end == text.length() || text.charAt(end) == '\n');
    }
}
