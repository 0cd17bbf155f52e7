package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.corpus.Sentence;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotableSentencesTest {

    private static final Sentence FIRST = new Sentence(0, 9, "Xi spoke.");
    private static final Sentence SECOND = new Sentence(10, 22, "Putin slept.");
    private static final Evidence PASSAGE =
            new Evidence("a", "Talks", null, null, null, 0, "Xi spoke. Putin slept.", List.of(FIRST, SECOND), 0);

    @Test
    void holdASentenceWithSeveralAnswersOnce() {
        Finding better = new Finding(PASSAGE, SECOND, null, 0.9);
        assertThat(QuotableSentences.of(List.of(better, new Finding(PASSAGE, SECOND, null, 0.8))))
                .containsExactly(better);
    }

    @Test
    void putWhatWasFoundBeforeTheRestOfThePassages() {
        assertThat(QuotableSentences.of(List.of(new Finding(PASSAGE, SECOND, null, 0.9)), List.of(PASSAGE, PASSAGE)))
                .extracting(Finding::sentence)
                .containsExactly(SECOND, FIRST);
    }
}
