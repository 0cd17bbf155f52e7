package io.dateline.answering;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Leaves out of an answer to "when?" what follows the day and says nothing of it: "Thursday at age 96", "Tuesday after a long illness". */
final class DayAlone {

    private static final Pattern SOMETHING_ELSE = Pattern.compile(
            "\\s+(?:(?:at (?:the )?age|at an?|aged|after|when|while|because|following|amid|as|for|in)\\b|of (?!\\d)).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern PART_OF_A_DAY =
            Pattern.compile("\\s+(?:morning|afternoon|evening|night)\\b", Pattern.CASE_INSENSITIVE);

    private DayAlone() {}

    /** The beginning of the answer that tells when; all of it where it tells nothing else, or names another day behind the first. */
    static String of(String answer, @Nullable LocalDate publishedAt) {
        OptionalInt day = StatedDays.endOfFirst(answer, publishedAt);
        if (day.isEmpty()) {
            return answer;
        }
        Matcher part = PART_OF_A_DAY.matcher(answer).region(day.getAsInt(), answer.length());
        int end = part.lookingAt() ? part.end() : day.getAsInt();
        String rest = answer.substring(end);
        boolean isElse = SOMETHING_ELSE.matcher(rest).matches() && !StatedDays.isNamed(rest, publishedAt);
        return isElse ? answer.substring(0, end) : answer;
    }
}
