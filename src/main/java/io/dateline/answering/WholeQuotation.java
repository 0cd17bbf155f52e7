package io.dateline.answering;

import io.dateline.corpus.Sentence;

/**
 * An answer with both marks of a quotation or with neither: a reader that points at “as soon as possible without its closing mark
 * has cut a quotation in two.
 */
final class WholeQuotation {

    private static final String OPENING = "“«\"";
    private static final String CLOSING = "”»\"";

    private WholeQuotation() {}

    /**
     * The words up to the mark that closes what they open, and from the mark that opens what they close; without a first mark that
     * the sentence never closes.
     *
     * @param answer words of the sentence, with offsets as the sentence has them
     */
    static Sentence around(Sentence sentence, Sentence answer) {
        String text = sentence.text();
        int start = answer.start() - sentence.start();
        int end = answer.end() - sentence.start();
        for (int i = 0; i < OPENING.length(); i++) {
            char opening = OPENING.charAt(i);
            char closing = CLOSING.charAt(i);
            boolean isOpen =
                    opening != closing && closesWhatItDoesNotOpen(text.substring(start, end), opening, closing);
            int before = isOpen ? text.lastIndexOf(opening, start) : -1;
            start = before < 0 ? start : before;
            if (opensWhatItDoesNotClose(text.substring(start, end), opening, closing)) {
                int close = text.indexOf(closing, end);
                end = close < 0 ? end : close + 1;
                start += close < 0 && text.charAt(start) == opening ? 1 : 0;
            }
        }
        return new Sentence(sentence.start() + start, sentence.start() + end, text.substring(start, end));
    }

    private static boolean closesWhatItDoesNotOpen(String words, char opening, char closing) {
        int close = words.indexOf(closing);
        return close >= 0 && words.lastIndexOf(opening, close) < 0;
    }

    private static boolean opensWhatItDoesNotClose(String words, char opening, char closing) {
        return opening == closing
                ? words.chars().filter(c -> c == opening).count() % 2 == 1
                : words.lastIndexOf(opening) > words.lastIndexOf(closing);
    }
}
