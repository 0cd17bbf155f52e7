package io.dateline.retrieval;

import java.util.regex.Pattern;

/** Which time the words of a question mean. */
public final class QuestionTime {

    private static final Pattern THESE_DAYS = Pattern.compile(
            "\\b(?:(?:this|last|past) (?:past )?(?:week|weekend)|last night|yesterday|today)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern YEAR = Pattern.compile("\\b(?:1[89]|20)\\d\\d\\b");

    private QuestionTime() {}

    /** Whether it is the last few days: "who resigned this week?". A weekday alone may be that of any week, and does not count. */
    public static boolean isTheseDays(String question) {
        return THESE_DAYS.matcher(question).find();
    }

    /** Whether a year from 1800 to 2099 is named, or a month with one. */
    public static boolean isNamedYear(String question) {
        return YEAR.matcher(question).find();
    }
}
