package io.dateline.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the sentences of a body. A sentence never reaches across a blank line, keeps its closing quotation mark, has no white
 * space at its ends, and has at most {@value #MOST_CHARACTERS} characters and {@value #MOST_WORDS} words: a longer one is cut,
 * after a semicolon or a comma if there is one. Thread-safe.
 *
 * <p>Where usage in news is certain, {@link SentenceEnd} decides; where it is not, OpenNLP's sentence model for English.
 */
public final class SentenceSplitter {

    /** Longer ones are lists and transcripts; the reader model takes some 350 words at once. */
    static final int MOST_CHARACTERS = 1_000;

    static final int MOST_WORDS = 150;

    private static final Pattern BLANK_LINE = Pattern.compile("\\n[\\s&&[^\\n]]*\\n\\s*");

    private final SentenceModelOpinion model = SentenceModelOpinion.load();

    /** The sentences in order; together they hold every character of the body that is not white space. */
    public List<Sentence> split(String body) {
        List<Sentence> sentences = new ArrayList<>();
        Matcher blank = BLANK_LINE.matcher(body);
        int start = 0;
        // Looking for one character is many times faster than for a pattern.
        for (int line = body.indexOf('\n'); line >= 0; line = body.indexOf('\n', Math.max(start, line + 1))) {
            if (blank.region(line, body.length()).lookingAt()) {
                addParagraph(body, start, line, sentences);
                start = blank.end();
            }
        }
        addParagraph(body, start, body.length(), sentences);
        return List.copyOf(sentences);
    }

    private void addParagraph(String body, int from, int to, List<Sentence> sentences) {
        String paragraph = body.substring(from, to);
        int start = 0;
        for (int end : SentenceEnd.of(paragraph, model)) {
            add(body, from + start, from + end, sentences);
            start = end;
        }
        add(body, from + start, to, sentences);
    }

    private static void add(String body, int from, int to, List<Sentence> sentences) {
        int end = withoutSpaceBefore(body, from, to);
        int start = pastSpace(body, from, end);
        while (start < end) {
            int cut = SentenceCut.of(body, start, end);
            int pieceEnd = withoutSpaceBefore(body, start, cut);
            sentences.add(new Sentence(start, pieceEnd, body.substring(start, pieceEnd)));
            start = pastSpace(body, cut, end);
        }
    }

    private static int pastSpace(String body, int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(body.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int withoutSpaceBefore(String body, int from, int to) {
        int at = to;
        while (at > from && Character.isWhitespace(body.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
