package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place that a report begins with, "KYIV, Ukraine — The talks". It tells where it was written, and not where anything happened. */
final class PlaceOfWriting {

    /** In the Associated Press's form: the town in capitals, perhaps the country, perhaps the agency, and a dash. */
    private static final Pattern OPENING = Pattern.compile(
            "(?<town>\\p{Lu}[\\p{Lu}\\p{M}.'’ -]*\\p{Lu}\\.?)(?:, [\\p{L}. ]{2,30})?(?: \\([^()]{2,30}\\))?\\s(?:–|—|-{1,2})\\s");

    private PlaceOfWriting() {}

    /** Whether the answer is the town, or a part of its name. */
    static boolean is(Sentence sentence, Sentence answer) {
        Matcher opening = OPENING.matcher(sentence.text());
        return opening.lookingAt() && answer.end() - sentence.start() <= opening.end("town");
    }
}
