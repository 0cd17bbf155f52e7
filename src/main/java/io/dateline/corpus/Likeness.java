package io.dateline.corpus;

import java.util.Arrays;

/** How much two texts are one text: what share of their runs of four words they have in common. Case and marks count for nothing. */
public final class Likeness {

    private static final int RUN = 4;

    private final int[] runs;

    private Likeness(int[] runs) {
        this.runs = runs;
    }

    /** Made once of a text that is compared several times. */
    public static Likeness of(String text) {
        int[] words = words(text);
        if (words.length < RUN) {
            return new Likeness(words.length == 0 ? words : new int[] {Arrays.hashCode(words)});
        }
        int[] runs = new int[words.length - RUN + 1];
        for (int i = 0; i < runs.length; i++) {
            int hash = 0;
            for (int word = i; word < i + RUN; word++) {
                hash = hash * 0x9e3779b1 + words[word];
            }
            runs[i] = hash;
        }
        return new Likeness(Arrays.stream(runs).sorted().distinct().toArray());
    }

    private static int[] words(String text) {
        int[] words = new int[text.length() / 2 + 1];
        int count = 0;
        int hash = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                hash = hash * 31 + Character.toLowerCase(c);
            } else if (hash != 0) {
                words[count++] = hash;
                hash = 0;
            }
        }
        return Arrays.copyOf(words, count);
    }

    /** Jaccard's coefficient, 0 to 1: the runs of both among the runs of either. */
    public double to(Likeness other) {
        int shared = shared(other);
        int all = runs.length + other.runs.length - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    /** 0 to 1: how much of the smaller of the two lies within the other. */
    public double overlap(Likeness other) {
        int smaller = Math.min(runs.length, other.runs.length);
        return smaller == 0 ? 0 : (double) shared(other) / smaller;
    }

    private int shared(Likeness other) {
        int shared = 0;
        int theirs = 0;
        for (int run : runs) {
            while (theirs < other.runs.length && other.runs[theirs] < run) {
                theirs++;
            }
            shared += theirs < other.runs.length && other.runs[theirs] == run ? 1 : 0;
        }
        return shared;
    }
}
