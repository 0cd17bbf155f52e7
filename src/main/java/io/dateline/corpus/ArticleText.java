package io.dateline.corpus;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hygiene of all text that enters: Unicode NFC, line feeds as the only control characters, plain single spaces, and
 * nothing that a reader cannot see. Words are never changed. Cleaning clean text changes nothing.
 *
 * <p>Invisible characters go because text that people do not see must neither be searched nor reach a language model. Joiners
 * and direction marks stay where the letter before them belongs to a script that needs them, zero width joiners and variation
 * selectors also within emoji.
 */
final class ArticleText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int LEFT_TO_RIGHT_MARK = 0x200e;
    private static final int RIGHT_TO_LEFT_MARK = 0x200f;

    private static final Set<UnicodeScript> SCRIPTS_WITHOUT_JOINERS = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED,
            UnicodeScript.UNKNOWN);

    /** On one letter: the limit of Unicode's Stream-Safe Text Format (UAX #15); no language needs as many. */
    private static final int MOST_MARKS = 30;

    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern SPACES_AT_LINE_ENDS = Pattern.compile(" *\n *");
    private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");

    private ArticleText() {}

    /** Text of several lines; at most one blank line in a row, none at the ends. */
    static String clean(String raw) {
        String visible = composed(visible(raw));
        // Looking for a fixed text is many times faster than for a pattern, and most texts hold none of these.
        String spaced = visible.contains("  ") ? SPACES.matcher(visible).replaceAll(" ") : visible;
        boolean untrimmed = spaced.contains(" \n") || spaced.contains("\n ");
        String lines = untrimmed ? SPACES_AT_LINE_ENDS.matcher(spaced).replaceAll("\n") : spaced;
        return (lines.contains("\n\n\n") ? BLANK_LINES.matcher(lines).replaceAll("\n\n") : lines).strip();
    }

    private static String composed(String visible) {
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            if (c != '\n' && !isPlain(c)) {
                return Normalizer.normalize(visible, Normalizer.Form.NFC);
            }
        }
        return visible;
    }

    /** The same for a headline or a name: one line. */
    static String line(String raw) {
        return SPACES.matcher(clean(raw).replace('\n', ' ')).replaceAll(" ");
    }

    private static String visible(String raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        int letter = '\n';
        int marks = 0;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (isPlain(c)) {
                kept.append((char) c);
                marks = 0;
                letter = c;
                continue;
            }
            if (c == '\r' && i < raw.length() && raw.charAt(i) == '\n') {
                continue;
            }
            int shown = shown(c, letter, kept.isEmpty() ? '\n' : kept.codePointBefore(kept.length()));
            marks = isMark(c) ? marks + 1 : 0;
            if (shown < 0 || marks > MOST_MARKS) {
                continue;
            }
            kept.appendCodePoint(shown);
            if (c == '\u2029') {
                kept.append('\n');
            }
            letter = UnicodeScript.of(shown) == UnicodeScript.INHERITED ? letter : shown;
        }
        return kept.toString();
    }

    /**
     * Latin letters, digits and the punctuation of English: always shown as they are, never part of another character, normal in
     * every order. Nearly all of what is read; asking Unicode's tables for the others is what takes the time.
     */
    static boolean isPlain(int c) {
        return (c >= ' ' && c <= '~') || (c > 0xa0 && c < 0x300 && c != 0xad) || (c >= 0x2010 && c <= 0x2027);
    }

    /**
     * What stands for the character, -1 for nothing.
     *
     * @param letter the last character that is no mark
     * @param before the last character
     */
    private static int shown(int c, int letter, int before) {
        return switch (c) {
            case '\n', '\r', '\u0085', '\u2028', '\u2029' -> '\n';
            case '\t', '\u000b', '\f' -> ' ';
            case ZERO_WIDTH_JOINER -> !isJoiner(before) && (needsJoiners(letter) || isEmoji(letter)) ? c : -1;
            case ZERO_WIDTH_NON_JOINER, LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK ->
                !isJoiner(before) && needsJoiners(letter) ? c : -1;
            default -> isVariationSelector(c) ? selector(c, letter, before) : byType(c);
        };
    }

    /** One at most, where it has a meaning: rows of them carry hidden text. */
    private static int selector(int c, int letter, int before) {
        boolean selects = Character.isEmoji(letter) || Character.isIdeographic(letter);
        return selects && !isVariationSelector(before) && !isJoiner(before) ? c : -1;
    }

    private static int byType(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.SURROGATE -> '\ufffd';
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> -1;
            default -> c;
        };
    }

    private static boolean isJoiner(int c) {
        return c >= ZERO_WIDTH_NON_JOINER && c <= RIGHT_TO_LEFT_MARK;
    }

    private static boolean needsJoiners(int c) {
        return Character.getType(c) != Character.SPACE_SEPARATOR
                && !SCRIPTS_WITHOUT_JOINERS.contains(UnicodeScript.of(c));
    }

    /** Digits, {@code #} and {@code *} also count as emoji in Unicode, but join nothing. */
    private static boolean isEmoji(int c) {
        return c > 0x2000 && Character.isEmoji(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
    }
}
