package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells one edition of what comes again from another: a sentence about the 2022 tournament does not say who won the 2023 Masters Tournament,
 * nor one about Super Bowl XLVII who plays at Super Bowl LVII.
 */
final class Edition {

    /** "The 2023 Masters", "word of the year for 2023". */
    private static final Pattern YEAR = Pattern.compile("(?<![\\p{L}\\p{N}.,$€£-])(?:19|20)\\d\\d(?![\\p{L}\\p{N}-])");

    /** Two letters or more: one may be an initial. */
    private static final Pattern ROMAN = Pattern.compile("(?<![\\p{L}\\p{N}.])[IVXL]{2,}(?![\\p{L}\\p{N}.])");

    private static final Pattern OF_THE_YEAR = Pattern.compile("\\b(?:for|of|in)\\s+$", Pattern.CASE_INSENSITIVE);

    private static final Pattern END_OF_PHRASE = Pattern.compile("[,;:.!?()“”\"]");

    /** Characters: about four words. */
    private static final int NEAR = 30;

    private Edition() {}

    /** Whether the sentence numbers what the question numbers, otherwise, and does not have the question's number. */
    static boolean isOther(QuestionAnalysis question, Sentence sentence) {
        return isOther(YEAR, question.text(), sentence.text()) || isOther(ROMAN, question.text(), sentence.text());
    }

    private static boolean isOther(Pattern number, String question, String sentence) {
        Matcher asked = number.matcher(question);
        if (!asked.find()) {
            return false;
        }
        List<MatchResult> told = number.matcher(sentence).results().toList();
        if (told.stream().anyMatch(its -> its.group().equals(asked.group()))) {
            return false;
        }
        List<Term> numbered = numbered(number, asked, question);
        return told.stream()
                .anyMatch(its -> numbered(number, its, sentence).stream().anyMatch(term -> term.isAmong(numbered)));
    }

    /** The words that the number belongs to: those behind a year, those before it where a preposition ties them; the last before a Roman numeral. */
    private static List<Term> numbered(Pattern number, MatchResult found, String text) {
        String before = text.substring(Math.max(0, found.start() - NEAR), found.start());
        String behind = text.substring(found.end(), Math.min(text.length(), found.end() + NEAR));
        boolean isBefore = number == ROMAN || OF_THE_YEAR.matcher(before).find();
        String[] phrases = END_OF_PHRASE.split(isBefore ? before : behind, -1);
        List<Term> terms = Term.of(isBefore ? phrases[phrases.length - 1] : phrases[0]);
        return number == ROMAN && !terms.isEmpty() ? List.of(terms.getLast()) : terms;
    }
}
