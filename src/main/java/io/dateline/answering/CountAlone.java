package io.dateline.answering;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the count that is asked for out of a compound: "17-year-old" says 17 to "how old is he?", "nine-day" says nine to "for how many days?". */
final class CountAlone {

    private static final Pattern COMPOUND =
            Pattern.compile("(?<count>[\\p{L}\\p{N}.,]+)-(?<unit>\\p{L}+?)s?(?<age>-old)?", Pattern.CASE_INSENSITIVE);

    private CountAlone() {}

    /**
     * The beginning of the answer that tells how many; all of it where the question does not name its unit.
     *
     * @param question for a number
     */
    static String of(QuestionAnalysis question, String answer) {
        Matcher compound = COMPOUND.matcher(answer);
        if (!compound.matches()) {
            return answer;
        }
        String unit = compound.group("unit").toLowerCase(Locale.ROOT);
        String asked = question.text().toLowerCase(Locale.ROOT);
        boolean isAsked = compound.group("age") == null
                ? asked.contains("how many " + unit)
                : unit.equals("year") && asked.contains("how old");
        return isAsked ? compound.group("count") : answer;
    }
}
