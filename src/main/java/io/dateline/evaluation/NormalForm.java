package io.dateline.evaluation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts as they are compared: whoever writes "the U.S. Open" and whoever writes "US open" mean the same. */
final class NormalForm {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}");
    private static final Pattern ARTICLE_WITHIN = Pattern.compile(" (a|an|the)(?= )");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}‘’“”–—…]");
    private static final Pattern ARTICLE = Pattern.compile("\\b(a|an|the)\\b");

    private NormalForm() {}

    /**
     * For finding an answer in a passage: lower case, no accents, everything but letters and digits a single space, no articles,
     * and a space at either end, so that {@code contains} finds whole words only.
     */
    static String ofPassage(String text) {
        String plain = MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String words = " " + NO_WORD.matcher(plain).replaceAll(" ").strip() + " ";
        return ARTICLE_WITHIN.matcher(words).replaceAll("");
    }

    /**
     * The words of an answer, as SQuAD's evaluation script compares them (Rajpurkar et al., "SQuAD: 100,000+ Questions for Machine
     * Comprehension of Text", 2016): lower case, no punctuation, no articles. Typographic quotation marks and dashes count as
     * punctuation too.
     */
    static List<String> ofAnswer(String text) {
        String plain = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        String words = ARTICLE.matcher(plain).replaceAll(" ").strip();
        return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
    }
}
