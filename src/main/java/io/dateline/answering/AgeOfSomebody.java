package io.dateline.answering;

import java.util.regex.Pattern;

/** Tells how old somebody was from when it was: who asks "when did she die?" is not answered by "at age 83". */
final class AgeOfSomebody {

    private static final Pattern AGE = Pattern.compile(
            "(?:(?:at|aged|(?:the )?age(?: of)?)\\s+)*\\d{1,3}(?:[ -]years?[ -]old)?\\W*", Pattern.CASE_INSENSITIVE);

    /** "At what time" may be answered by "at 8". */
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\btime\\b", Pattern.CASE_INSENSITIVE);

    private AgeOfSomebody() {}

    /** Whether the question asks for a day or a year, and the answer can only be an age or another number. */
    static boolean is(QuestionAnalysis question, String answer) {
        return question.kind() == QuestionKind.TIME
                && !TIME_OF_DAY.matcher(question.text()).find()
                && AGE.matcher(answer).matches();
    }
}
