package io.dateline.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proper name as its capital letters show it: "Volodymyr Zelenskyy", "European Union", "Bank of England".
 *
 * @param start first character in the text it was taken from, inclusive
 * @param end past the last character, exclusive
 */
record Name(String text, int start, int end) {

    private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}\\p{N}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]+)*";

    /** Elsewhere a full stop ends a sentence: "Yes. Patagonia". */
    private static final String STOP_INSIDE =
            "(?:(?<=\\b(?:\\p{Lu}|Mr|Ms|Mrs|Dr|St|Jr|Sr|Lt|Gen|Sen|Rep|Gov|Col|Sgt|Cpl|Maj|Cmdr|Capt|Prof|Rev|Hon|Mt|Ft))\\.)?";

    private static final Pattern NAME = Pattern.compile(
            CAPITALISED + "(?:" + STOP_INSIDE + "[ -](?:(?:of|de|von|van|bin|al|el|du|da|la) )?" + CAPITALISED + ")*");
    private static final Pattern FIRST_WORD = Pattern.compile("^[\\p{L}\\p{M}\\p{N}'’-]+[ .]*");

    /** The names in the text, in order. */
    static List<Name> in(String text) {
        List<Name> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            Name name = withoutFunctionWords(new Name(matcher.group(), matcher.start(), matcher.end()));
            if (name.text.length() > 1 && !(opensSentence(text, name.start) && isOrdinaryWord(name.text, text))) {
                names.add(name.withoutPossessive());
            }
        }
        return names;
    }

    /** What articles go on with after the first mention: "Lee" of "Ann Lee". */
    static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    /** "Despite China" begins with a capital only because the sentence does. */
    private static Name withoutFunctionWords(Name name) {
        Name rest = name;
        Matcher first = FIRST_WORD.matcher(rest.text);
        while (first.find() && Term.isFunctionWord(first.group().strip()) && first.end() <= rest.text.length()) {
            rest = new Name(rest.text.substring(first.end()), rest.start + first.end(), rest.end);
            first = FIRST_WORD.matcher(rest.text);
        }
        return rest;
    }

    private static boolean opensSentence(String text, int start) {
        String before = text.substring(0, start).stripTrailing();
        return before.isEmpty() || ".!?“\"‘:".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    /** One capitalised word at the start of a sentence that stands in the text in small letters too, or ends as few names do. */
    private static boolean isOrdinaryWord(String word, String text) {
        return word.indexOf(' ') < 0
                && (text.contains(" " + Term.fold(word))
                        || word.matches(".*(?:ly|ing|ed|ever|ite)|Last|Next|Two|Three|First"));
    }

    private Name withoutPossessive() {
        String bare = text.replaceFirst("['’]s?$", "");
        return new Name(bare, start, start + bare.length());
    }
}
