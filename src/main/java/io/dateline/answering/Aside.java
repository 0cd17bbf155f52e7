package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.List;

/**
 * What a sentence says of somebody in passing, before it says what they did: "Ann Lee – president until 1991 – has died" does not say that
 * she died in 1991.
 */
final class Aside {

    private static final String MARKS = ",–—(";

    private Aside() {}

    /**
     * Whether the answer to "when?" stands between the name that the question asks about and the verb, between two marks.
     *
     * @param sentence that the answer stands in
     */
    static boolean holds(QuestionAnalysis question, Sentence sentence, Sentence answer) {
        Deed deed = question.deed();
        return question.kind() == QuestionKind.TIME
                && deed != null
                && isBetween(deed, sentence.text(), answer.start() - sentence.start(), answer.text());
    }

    private static boolean isBetween(Deed deed, String text, int start, String answer) {
        String family = Name.lastWord(deed.who().text());
        int named = text.indexOf(family);
        if (named < 0 || named + family.length() > start) {
            return false;
        }
        List<Term> done = Term.of(text).stream().filter(deed.what()::resembles).toList();
        int end = start + answer.length();
        return !done.isEmpty()
                && done.getFirst().start() >= end
                && opensWithMark(text.substring(named + family.length(), start))
                && hasMark(text.substring(end, done.getFirst().start()));
    }

    private static boolean opensWithMark(String after) {
        String words = after.stripLeading();
        return !words.isEmpty() && MARKS.indexOf(words.charAt(0)) >= 0;
    }

    private static boolean hasMark(String words) {
        return words.chars().anyMatch(c -> MARKS.indexOf(c) >= 0 || c == ')');
    }
}
