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
        return isOther(YEAR, Edition::aroundYear, question.text(), sentence.text())
                || isOther(ROMAN, Edition::beforeNumeral, question.text(), sentence.text());
    }

    /** The words that a number in a text belongs to. */
    private interface Numbered {
        List<Term> by(MatchResult number, String text);
    }

    private static boolean isOther(Pattern number, Numbered numbered, String question, String sentence) {
        Matcher asked = number.matcher(question);
        if (!asked.find()) {
            return false;
        }
        List<MatchResult> told = number.matcher(sentence).results().toList();
        if (told.stream().anyMatch(its -> its.group().equals(asked.group()))) {
            return false;
        }
        List<Term> words = numbered.by(asked, question);
        return told.stream().anyMatch(its -> numbered.by(its, sentence).stream().anyMatch(term -> term.isAmong(words)));
    }

    /** Those behind it; those before it where a preposition ties them. */
    private static List<Term> aroundYear(MatchResult year, String text) {
        String before = before(year, text);
        String behind = text.substring(year.end(), Math.min(text.length(), year.end() + NEAR));
        return OF_THE_YEAR.matcher(before).find()
                ? lastPhrase(before)
                : Term.of(END_OF_PHRASE.split(behind, -1)[0]);
    }

    /** The one before it: King George VI is no other Charles III. */
    private static List<Term> beforeNumeral(MatchResult numeral, String text) {
        List<Term> words = lastPhrase(before(numeral, text));
        return words.isEmpty() ? words : List.of(words.getLast());
    }

    private static String before(MatchResult number, String text) {
        return text.substring(Math.max(0, number.start() - NEAR), number.start());
    }

    private static List<Term> lastPhrase(String before) {
        String[] phrases = END_OF_PHRASE.split(before, -1);
        return Term.of(phrases[phrases.length - 1]);
    }
}
