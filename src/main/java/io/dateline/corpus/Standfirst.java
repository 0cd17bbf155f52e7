package io.dateline.corpus;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The summary line between headline and story in a plain text: a first paragraph that ends as a sentence, of at most 30
 * words, with at least two paragraphs after it, the next of which is longer. It carries no place or agency before a dash, as
 * the first paragraph of a story does ("LONDON (Reuters) - …").
 */
final class Standfirst {

    private static final int MOST_WORDS = 30;
    private static final Pattern ENDS_AS_SENTENCE = Pattern.compile("(?s).*[.!?…][\"'”’»)]*");
    private static final Pattern PLACE_LINE =
            Pattern.compile("(?s)\\p{Lu}[\\p{L} .,/'’]{1,40}(\\(.{1,30}\\))? ?[-–—] .*");

    private Standfirst() {}

    static Optional<String> of(List<String> paragraphs) {
        if (paragraphs.size() < 3) {
            return Optional.empty();
        }
        String first = paragraphs.get(0);
        boolean found = words(first) <= MOST_WORDS
                && words(paragraphs.get(1)) > words(first)
                && ENDS_AS_SENTENCE.matcher(first).matches()
                && !PLACE_LINE.matcher(first).matches();
        return found ? Optional.of(first) : Optional.empty();
    }

    private static int words(String paragraph) {
        return paragraph.split(" ").length;
    }
}
