package io.dateline.answering;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the trained reader read, yes/no questions in another way than others; the sentence reader does what that one was not trained for,
 * words without the form of a question, and everything when it fails. The best threshold of each is near 0.4.
 */
final class CoveringReader implements AnswerReader {

    private static final Logger log = LoggerFactory.getLogger(CoveringReader.class);

    private final AnswerReader spans;
    private final AnswerReader decisions;
    private final AnswerReader sentences;

    CoveringReader(AnswerReader spans, AnswerReader decisions, AnswerReader sentences) {
        this.spans = spans;
        this.decisions = decisions;
        this.sentences = sentences;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        if (question.kind() != QuestionKind.TOPIC) {
            try {
                return (question.kind() == QuestionKind.YES_NO ? decisions : spans).read(question, evidence);
            } catch (CompletionException e) {
                log.warn("The reader model failed, sentences are picked instead", e);
            }
        }
        return sentences.read(question, evidence);
    }
}
