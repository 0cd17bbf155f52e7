package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole of "agriculture, tourism and trade", of which a reader pointed at a part: whoever asks "in which areas?" wants all of them.
 * It goes by commas and "and" alone, so an enumeration of long parts is left as it was read.
 */
final class Enumeration {

    private static final String NO_PART =
            "and|or|but|who|which|that|while|when|where|as|is|are|was|were|has|have|had|said|says|he|she|they|it|in|on|at|by|for|from|with|to";

    private static final String BEFORE =
            "(?:^|[:(] |\\b(?:in|on|at|by|for|from|with|to|of|including|include|includes|are|were|was|is|between) )";

    /** A name ends where no capital follows. */
    private static final Enumeration OF_NAMES =
            new Enumeration("\\p{Lu}[\\p{L}\\p{M}\\p{N}’'-]*", "(?! ?[\\p{L}\\p{N}]*\\p{Lu})");

    /** Other words end where something begins that is no part. */
    private static final Enumeration OF_THINGS = new Enumeration(
            "(?!(?:" + NO_PART + ")\\b)[\\p{Ll}\\p{N}][\\p{L}\\p{M}\\p{N}’'-]*",
            "(?=[.,;:)]|$| (?:" + NO_PART + ")\\b)");

    private final Pattern behind;
    private final Pattern before;
    private final Pattern beforeTheLast;

    private Enumeration(String word, String after) {
        String part = "(?:(?:the|a|an) )?" + word + "(?: (?:of )?" + word + "){0,3}";
        // "Beijing, and Putin" has no two parts: before the last of two stands no comma.
        String rest = "(?: (?:and|or) " + part + "|(?:, " + part + ")+,? (?:and|or) " + part + ")";
        behind = Pattern.compile("(" + rest + "|, (?:and|or) " + part + "(?<=,[^,]{1,80},[^,]{1,80}))" + after);
        before = Pattern.compile(BEFORE + "((?:" + part + ", )+)$");
        beforeTheLast = Pattern.compile(BEFORE + "((?:" + part + ", )*" + part + ",? (?:and|or) )$");
    }

    /**
     * The enumeration that the words are a part of, or the words if they stand alone.
     *
     * @param answer words of the sentence, with offsets as the sentence has them
     */
    static Sentence around(Sentence sentence, Sentence answer) {
        return (Character.isUpperCase(answer.text().codePointAt(0)) ? OF_NAMES : OF_THINGS).grown(sentence, answer);
    }

    private Sentence grown(Sentence sentence, Sentence answer) {
        String text = sentence.text();
        int start = answer.start() - sentence.start();
        int end = answer.end() - sentence.start();
        Matcher rest = behind.matcher(text).region(end, text.length()).useTransparentBounds(true);
        boolean goesOn = rest.lookingAt();
        boolean hasLast =
                goesOn || answer.text().contains(" and ") || answer.text().contains(" or ");
        Matcher first = (hasLast ? before : beforeTheLast).matcher(text.substring(0, start));
        int from = first.find() ? first.start(1) : start;
        int to = goesOn ? rest.end(1) : end;
        return new Sentence(sentence.start() + from, sentence.start() + to, text.substring(from, to));
    }
}
