package io.dateline.answering;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who a sentence says said it, when it names them: the source after "according to", or the speaker of words in quotation
 * marks. A pronoun names nobody.
 */
final class Attribution {

    private static final String WHO =
            "((?:\\p{Lu}[\\p{L}\\p{M}\\p{N}.’'-]*)(?: (?:(?:of|de|von|van|bin|al) )?\\p{Lu}[\\p{L}\\p{M}\\p{N}.’'-]*)*)";
    private static final String SAYING =
            "(?:said|says|told|added|adds|stated|announced|warned|argued|claimed|denied|insisted|wrote|tweeted|explained|noted|acknowledged|confirmed)";

    /** "A Facebook post" is not what Facebook says. */
    private static final String NO_PLATFORM =
            "(?! (?:posts?|page|account|video|message|group|profile|comment|thread)\\b)";

    private static final Pattern ACCORDING = Pattern.compile(
            "[Aa]ccording to (?:an? |the )?(?:\\p{Ll}[\\p{L}-]* |\\p{Lu}[\\p{L}]*n (?=\\p{Ll})|\\p{Ll}[\\p{L}-]*['’]s )*"
                    + "(?>" + WHO + ")" + NO_PLATFORM);
    private static final Pattern SAID = Pattern.compile(WHO + "(?:, [^,“”]{3,60},)? " + SAYING + "\\b(?=[^“]*“[^”]*”)");
    private static final Pattern SAID_BEFORE = Pattern.compile("[”,] " + SAYING + " (?:the )?" + WHO);

    private Attribution() {}

    static Optional<String> in(String sentence) {
        for (Pattern pattern : new Pattern[] {ACCORDING, SAID, SAID_BEFORE}) {
            Matcher matcher = pattern.matcher(sentence);
            while (matcher.find()) {
                String who = matcher.group(1).replaceFirst("['’.]+s?$", "");
                if (!Term.isFunctionWord(who) && who.length() > 1) {
                    return Optional.of(who);
                }
            }
        }
        return Optional.empty();
    }
}
