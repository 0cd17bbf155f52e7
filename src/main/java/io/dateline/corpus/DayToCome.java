package io.dateline.corpus;

import java.util.List;
import java.util.regex.Pattern;

/** Tells plans from reports: in "they will meet on Wednesday" that day is still to come, in "they said Wednesday" it has been. */
final class DayToCome {

    private static final String SAYING =
            "said|says|told|announced|reported|added|warned|confirmed|tweeted|wrote|according";

    private static final String COMING =
            "(?:will|won[’']t|to be|(?:set|due|expected|scheduled|slated|planned|going) (?:to|for|on)"
                    + "|upcoming|plans? to)";

    /** "They will meet on", "the sale begins": what ends in this is about a day to come. */
    private static final Pattern COMES_ON = Pattern.compile(
            "(?i).*\\b(?:" + COMING + "\\b(?!.*\\b(?:" + SAYING + ")\\b).*"
                    + "|(?:begins?|starts?|ends?|opens?|closes|returns?|premieres?|airs|kicks? off|takes? place|is|are) (?:on )?)");

    /** "Wednesday will bring rain". */
    private static final Pattern COMES_NEXT = Pattern.compile("(?i),? " + COMING + "\\b.*");

    /** "Wednesday, they will meet", where the clause begins with it. */
    private static final Pattern COMES =
            Pattern.compile("(?i)(?:(?!\\b(?:" + SAYING + ")\\b).)*\\b" + COMING + "\\b.*");

    private static final Pattern BEGINNING = Pattern.compile("(?i)\\W*(?:(?:on|by|from|until|early|late) )*");

    private static final Pattern CLAUSE_END = Pattern.compile("[.;!?:”\"]\\s|\\R");

    /** Characters before and behind the day that are looked at. */
    private static final int NEAR = 120;

    private DayToCome() {}

    /**
     * Whether the words name a day that the text plans for.
     *
     * @param start first character of the words, inclusive
     * @param end past their last character, exclusive
     */
    static boolean is(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - NEAR), start);
        String after = text.substring(end, Math.min(text.length(), end + NEAR));
        String clauseBefore = List.of(CLAUSE_END.split(before, -1)).getLast();
        String clauseAfter = CLAUSE_END.split(after, 2)[0];
        return COMES_ON.matcher(clauseBefore).matches()
                || COMES_NEXT.matcher(clauseAfter).matches()
                || (BEGINNING.matcher(clauseBefore).matches()
                        && COMES.matcher(clauseAfter).matches());
    }
}
