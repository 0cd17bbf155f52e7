package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells what is only meant to happen from what did: "on Wednesday it was invited to join" does not say when it joined, nor "he faces up to 20
 * years" how long he was sentenced to.
 */
final class Prospect {

    /** The deed as something wanted, planned or allowed, up to the verb: "its invitation to Sweden and Finland to". */
    private static final Pattern INTENDED = Pattern.compile(
            "\\b(?:invit|want|plan|inten|hop(?:e|ed|es|ing)\\b|appl|bid\\b|seek|sought|ask|offer|ready|set\\b|aim|expect|propos|deci|vote|wish|try|tries|tried"
                    + "|attempt|request|prepar|pledg|promis|vow|threat|agree|about\\b|going\\b|likely|urg|call|refus|due\\b)[^,;:.]{0,60}\\bto\\s+$",
            Pattern.CASE_INSENSITIVE);

    /** What stands before a deed that is spoken of, whether or not it happens: "attitudes toward joining". */
    private static final Pattern SPOKEN_OF = Pattern.compile(
            "\\b(?:towards?|to|of|about|on|for|before|against|from|into|without)\\s+$", Pattern.CASE_INSENSITIVE);

    private static final Pattern WHEN = Pattern.compile(
            "^\\W*(?:and )?(?:when|(?:in|on|at) (?:what|which) (?:day|date|month|year)|what (?:day|date|month|year)) did\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PUNISHED =
            Pattern.compile("\\b(?:sentenced|jailed|imprisoned|fined)\\b", Pattern.CASE_INSENSITIVE);

    /** "Faces up to", "could be sentenced to as much as a maximum of". */
    private static final Pattern THREATENED = Pattern.compile(
            "\\b(?:fac(?:e|es|ed|ing)|could (?:be \\p{L}+|get|serve|receive|face)|maximum(?: sentence| penalty| fine)?|punishable by|up to)"
                    + "(?:\\s+(?:a|an|to|of|by|up|as|much|long|possible|maximum|potential|sentence|fine))*\\s+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UP_TO =
            Pattern.compile("^(?:up to|as much as|a maximum)\\b.*", Pattern.CASE_INSENSITIVE);

    private Prospect() {}

    /** @param sentence that the answer stands in */
    static boolean isMere(QuestionAnalysis question, Sentence sentence, Sentence answer) {
        return isIntended(question, sentence.text()) || isThreatened(question, sentence, answer);
    }

    private static boolean isIntended(QuestionAnalysis question, String text) {
        Deed deed = question.deed();
        if (deed == null || !WHEN.matcher(question.text()).find()) {
            return false;
        }
        List<Term> told = Term.of(text).stream().filter(deed.what()::resembles).toList();
        return !told.isEmpty() && told.stream().allMatch(verb -> isOnlyThoughtOf(verb, text));
    }

    private static boolean isOnlyThoughtOf(Term verb, String text) {
        String before = text.substring(0, verb.start());
        boolean isGerund = Term.fold(text.substring(verb.start(), verb.end())).endsWith("ing");
        return INTENDED.matcher(before).find()
                || (isGerund && SPOKEN_OF.matcher(before).find());
    }

    private static boolean isThreatened(QuestionAnalysis question, Sentence sentence, Sentence answer) {
        String before = sentence.text().substring(0, answer.start() - sentence.start());
        return PUNISHED.matcher(question.text()).find()
                && !PUNISHED.matcher(before).find()
                && (THREATENED.matcher(before).find()
                        || UP_TO.matcher(answer.text()).matches());
    }
}
