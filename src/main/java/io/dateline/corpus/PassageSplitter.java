package io.dateline.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Divides an article into passages of whole sentences, without overlap: about 120 words each, at most 180, and not under 30
 * where the neighbours can spare a sentence. Passages prefer to end with a paragraph. The division is the one with the least
 * sum of penalties, so it does not depend on where the counting begins. Thread-safe.
 *
 * <p>120 words are what the retrieval figures of Dateline were measured with; they fill a third of the embedding model's 512
 * tokens, and at most 180 never overflow it.
 */
public final class PassageSplitter {

    static final int TARGET_WORDS = 120;
    static final int MOST_WORDS = 180;
    static final int LEAST_WORDS = 30;

    /** An end within a paragraph weighs as much as missing the target by 30 words. */
    private static final long WITHIN_PARAGRAPH = 30L * 30;

    /** More than all other penalties of a passage together. */
    private static final long TOO_SHORT = 1_000_000;

    /** Characters of text without spaces that count as one word, so that no script escapes the limit. */
    private static final int CHARACTERS_OF_A_WORD = 10;

    private final SentenceSplitter sentences;
    private final BoilerplateLines boilerplate;

    /** Leaves nothing out. */
    public PassageSplitter(SentenceSplitter sentences) {
        this(sentences, new BoilerplateLines());
    }

    public PassageSplitter(SentenceSplitter sentences, BoilerplateLines boilerplate) {
        this.sentences = sentences;
        this.boilerplate = boilerplate;
    }

    /** In the order of the text. Every sentence of the article is in exactly one passage, those of boilerplate in none. */
    public List<Passage> split(Article article) {
        List<Passage> passages = new ArrayList<>();
        for (List<Sentence> stretch : boilerplate.stretches(article, sentences.split(article.body()))) {
            split(article, stretch, passages);
        }
        return List.copyOf(passages);
    }

    private static void split(Article article, List<Sentence> all, List<Passage> passages) {
        String body = article.body();
        int[] starts = cheapestStarts(body, all);
        List<Integer> bounds = new ArrayList<>(List.of(all.size()));
        while (bounds.getFirst() > 0) {
            bounds.addFirst(starts[bounds.getFirst()]);
        }
        for (int i = 0; i + 1 < bounds.size(); i++) {
            int start = all.get(bounds.get(i)).start();
            int end = all.get(bounds.get(i + 1) - 1).end();
            passages.add(new Passage(article.id(), passages.size(), start, end, body.substring(start, end)));
        }
    }

    /** For every number n of sentences: the first sentence of the last passage when the first n are divided best. */
    private static int[] cheapestStarts(String body, List<Sentence> all) {
        int[] words = all.stream().mapToInt(sentence -> words(sentence.text())).toArray();
        int[] starts = new int[all.size() + 1];
        long[] cost = new long[all.size() + 1];
        Arrays.fill(cost, 1, cost.length, Long.MAX_VALUE);
        for (int end = 1; end <= all.size(); end++) {
            int length = 0;
            for (int start = end - 1; start >= 0; start--) {
                length += words[start];
                if (length > MOST_WORDS && start < end - 1) {
                    break;
                }
                long whole = cost[start] + penalty(length) + (endsParagraph(body, all, end) ? 0 : WITHIN_PARAGRAPH);
                if (whole < cost[end]) {
                    cost[end] = whole;
                    starts[end] = start;
                }
            }
        }
        return starts;
    }

    private static long penalty(int words) {
        long off = (long) words - TARGET_WORDS;
        return off * off + (words < LEAST_WORDS ? TOO_SHORT : 0);
    }

    private static boolean endsParagraph(String body, List<Sentence> all, int end) {
        return end == all.size()
                || body.substring(all.get(end - 1).end(), all.get(end).start()).contains("\n\n");
    }

    static int words(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = Character.isWhitespace(text.charAt(i));
            words += !space && !inWord ? 1 : 0;
            inWord = !space;
        }
        return Math.max(words, text.length() / CHARACTERS_OF_A_WORD);
    }
}
