package io.dateline.answering;

import io.dateline.corpus.Sentence;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that answers, as a reader sees it.
 *
 * @param answer the words in the sentence that are the short answer, with offsets in the article's body; null if the whole
 *     sentence is the answer
 * @param score 0 to 1, higher is better
 */
record Finding(
        Evidence evidence, Sentence sentence, @Nullable Sentence answer, double score) {

    private static final Pattern QUESTION = Pattern.compile("\\?[\\s”\"’')]*$");

    Finding withScore(double other) {
        return new Finding(evidence, sentence, answer, other);
    }

    /** The words that answer: the short answer, or the whole sentence. */
    Sentence words() {
        return answer == null ? sentence : answer;
    }

    /** Whether the sentence asks: "Why did she resign?" above a paragraph does not say that she did. */
    boolean isInQuestion() {
        return QUESTION.matcher(sentence.text()).find();
    }

    Citation cite(int number, Citation.Verdict verdict) {
        return new Citation(number, evidence.articleId(), sentence.start(), sentence.end(), sentence.text(), verdict);
    }
}
