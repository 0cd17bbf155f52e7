package io.dateline.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a full stop, question mark or exclamation mark ends a sentence. */
final class SentenceEnd {

    /** Terminal marks with what closes after them: {@code .”}, {@code ?"}, {@code !)}; CJK marks need no space. */
    static final Pattern CANDIDATE =
            Pattern.compile("(?<![.!?…‽])[.!?…‽]++([\"'”’»)\\]]{0,5}+)(?=\\s|$)|[。！？]++[”’」』）\"]{0,5}+");

    /** After a space, a quotation mark with space behind it closes, and belongs to the sentence before. */
    private static final Pattern STRAY_CLOSER = Pattern.compile("\\s[”»’\"'](?=\\s|$)");

    private static final Pattern LIST_MARKER = Pattern.compile("\\d{1,3}|\\p{Lu}");

    private static final Set<String> BRACKETS = Set.of(")", "]");

    private static final Pattern SPEAKER_FOLLOWS = Pattern.compile(
            "(\\p{Lu}[\\p{L}’'-]+ ){1,3}"
                    + "(said|says|asked|asks|wrote|writes|added|adds|told|tells|tweeted|exclaimed|continued|recalled|replied)\\b.*");

    private SentenceEnd() {}

    /** The ends in a paragraph, exclusive, in order. */
    static List<Integer> of(String paragraph, SentenceModelOpinion model) {
        List<Integer> ends = new ArrayList<>();
        Set<Integer> modelStarts = null;
        Matcher candidate = CANDIDATE.matcher(paragraph).useTransparentBounds(true);
        int from = 0;
        while (find(candidate, paragraph, from)) {
            from = candidate.end();
            int end = withStrayCloser(paragraph, from);
            int next = nextVisible(paragraph, end);
            if (next == paragraph.length()) {
                break;
            }
            Boolean certain = certain(paragraph, candidate, next);
            if (certain == null) {
                modelStarts = modelStarts == null ? model.starts(paragraph) : modelStarts;
                certain = modelStarts.contains(next);
            }
            if (certain) {
                ends.add(end);
            }
        }
        return ends;
    }

    /** As {@link Matcher#find(int)}, but four times as fast: most characters are no marks. */
    static boolean find(Matcher candidate, String paragraph, int from) {
        for (int at = from; at < paragraph.length(); at++) {
            if (isMark(paragraph.charAt(at))
                    && candidate.region(at, paragraph.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** What a candidate begins with, so that the pattern is tried at these characters alone. */
    private static boolean isMark(char c) {
        return switch (c) {
            case '.', '!', '?', '…', '‽', '。', '！', '？' -> true;
            default -> false;
        };
    }

    /** Null where usage leaves it open. */
    private static @Nullable Boolean certain(String paragraph, Matcher candidate, int next) {
        char mark = paragraph.charAt(candidate.start());
        if (mark == '。' || mark == '！' || mark == '？') {
            return true;
        }
        if (startsLowerCase(paragraph, next)) {
            return false;
        }
        String following = paragraph.substring(next, Math.min(next + 80, paragraph.length()));
        String closers = candidate.group(1) == null ? "" : candidate.group(1);
        boolean quoted = !closers.isEmpty() && !BRACKETS.contains(closers);
        if (quoted && mark != '.' && SPEAKER_FOLLOWS.matcher(following).matches()) {
            return false;
        }
        if (!startsSentence(paragraph, next)) {
            return null;
        }
        boolean trailsOff = mark == '…' || paragraph.startsWith("..", candidate.start());
        if (trailsOff) {
            return null;
        }
        if (mark != '.' || quoted || candidate.end() - closers.length() - candidate.start() > 1) {
            return true;
        }
        int wordStart = wordStart(paragraph, candidate.start());
        String word = paragraph.substring(wordStart, candidate.start());
        return isListMarker(paragraph, wordStart, word) ? (Boolean) false : Abbreviation.endsSentence(word, following);
    }

    /** "3." and "Q." before the item: first in the paragraph or after a comma, semicolon or colon. */
    private static boolean isListMarker(String paragraph, int wordStart, String word) {
        String before =
                paragraph.substring(Math.max(0, wordStart - 2), wordStart).strip();
        boolean first = before.isEmpty() || ",;:".contains(before.substring(before.length() - 1));
        return first && LIST_MARKER.matcher(word).matches();
    }

    /** "he", but not "iPhone" or "eBay". */
    private static boolean startsLowerCase(String paragraph, int at) {
        return Character.isLowerCase(paragraph.codePointAt(at))
                && (at + 1 >= paragraph.length() || !Character.isUpperCase(paragraph.charAt(at + 1)));
    }

    private static boolean startsSentence(String paragraph, int at) {
        int c = paragraph.codePointAt(at);
        return Character.isLetterOrDigit(c) || "\"'“‘«([$£€#@".indexOf(c) >= 0;
    }

    private static int wordStart(String paragraph, int end) {
        int start = end;
        while (start > 0
                && !Character.isWhitespace(paragraph.charAt(start - 1))
                && "\"'“‘«([—–/".indexOf(paragraph.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private static int withStrayCloser(String paragraph, int end) {
        Matcher closer = STRAY_CLOSER.matcher(paragraph).region(end, paragraph.length());
        return closer.lookingAt() ? closer.end() : end;
    }

    private static int nextVisible(String paragraph, int from) {
        int next = from;
        while (next < paragraph.length() && Character.isWhitespace(paragraph.charAt(next))) {
            next++;
        }
        return next;
    }
}
