package io.dateline.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/** What OpenNLP's English sentence model, trained on the Universal Dependencies English Web Treebank, says of a paragraph. */
final class SentenceModelOpinion {

    private static final String RESOURCE = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    /** In characters. */
    private static final int LONGEST_PARAGRAPH = 20_000;

    private final SentenceModel model;

    private SentenceModelOpinion(SentenceModel model) {
        this.model = model;
    }

    static SentenceModelOpinion load() {
        try (InputStream in = SentenceModelOpinion.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the sentence model " + RESOURCE
                        + " is not on the class path; opennlp-models-sentdetect-en holds it");
            }
            return new SentenceModelOpinion(new SentenceModel(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the sentence model " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Where sentences begin; of a longer paragraph than any that news has, nothing, since the time it takes grows with the square
     * of the length. A detector is not thread-safe, but light: the model behind it is shared.
     */
    Set<Integer> starts(String paragraph) {
        Set<Integer> starts = new HashSet<>();
        if (paragraph.length() > LONGEST_PARAGRAPH) {
            return starts;
        }
        for (Span sentence : new SentenceDetectorME(model).sentPosDetect(paragraph)) {
            starts.add(sentence.getStart());
        }
        return starts;
    }
}
