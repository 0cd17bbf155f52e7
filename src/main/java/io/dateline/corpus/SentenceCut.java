package io.dateline.corpus;

/** Where a sentence that is too long is cut. */
final class SentenceCut {

    private SentenceCut() {}

    /** Past the last character of the first piece; {@code end} if nothing has to be cut. */
    static int of(String body, int start, int end) {
        int limit = limit(body, start, end);
        if (limit == end) {
            return end;
        }
        int space = -1;
        int mark = -1;
        for (int i = limit; i > start + (limit - start) / 2; i--) {
            if (!Character.isWhitespace(body.charAt(i))) {
                continue;
            }
            space = space < 0 ? i : space;
            char before = body.charAt(i - 1);
            if (before == ';' || before == ',' || before == ':') {
                mark = i;
                break;
            }
        }
        if (mark > 0 || space > 0) {
            return mark > 0 ? mark : space;
        }
        return Character.isLowSurrogate(body.charAt(limit)) && limit - 1 > start ? limit - 1 : limit;
    }

    private static int limit(String body, int start, int end) {
        if (end - start < 2 * SentenceSplitter.MOST_WORDS) {
            return end;
        }
        int words = 0;
        int last = Math.min(end, start + SentenceSplitter.MOST_CHARACTERS);
        for (int i = start; i < last; i++) {
            boolean wordEnds = Character.isWhitespace(body.charAt(i)) && !Character.isWhitespace(body.charAt(i - 1));
            if (wordEnds && ++words == SentenceSplitter.MOST_WORDS) {
                return i;
            }
        }
        return last;
    }
}
