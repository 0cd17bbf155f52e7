package io.dateline.answering;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the trained reader read; the sentence reader does what that one was not trained for, words without the form of a question, and
 * everything when it fails.
 *
 * <p>The scale puts the sentence reader's own best threshold there, 0.35, where that of the trained reader is, 0.32.
 */
final class CoveringReader implements AnswerReader {

    private static final Logger log = LoggerFactory.getLogger(CoveringReader.class);

    private static final double SENTENCES = 0.91;

    private final AnswerReader spans;
    private final AnswerReader sentences;

    CoveringReader(AnswerReader spans, AnswerReader sentences) {
        this.spans = spans;
        this.sentences = sentences;
    }

    @Override
    public Reading read(QuestionAnalysis question, List<Evidence> evidence) {
        if (question.kind() != QuestionKind.TOPIC) {
            try {
                return spans.read(question, evidence);
            } catch (CompletionException e) {
                log.warn("The reader model failed, sentences are picked instead", e);
            }
        }
        Reading bySentence = sentences.read(question, evidence);
        return new Reading(bySentence.findings(), SENTENCES * bySentence.confidence());
    }
}
