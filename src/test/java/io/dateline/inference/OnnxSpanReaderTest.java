package io.dateline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.inference.SpanReader.AnswerSpan;
import io.dateline.inference.SpanReader.Text;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The model that ships. */
class OnnxSpanReaderTest {

    private static final String PASSAGE =
            "The new bridge over the Elbe was opened by Mayor Anna Schmidt on 4 May. It cost 12 million euros.";

    private static ExecutorService threads;
    private static OnnxSpanReader reader;

    @BeforeAll
    static void load() {
        threads = Executors.newFixedThreadPool(2);
        reader = new OnnxSpanReader(new ReaderFiles(null), threads);
    }

    @AfterAll
    static void close() {
        threads.close();
    }

    @Test
    void readsTheAnswerOutOfThePassage() {
        assertThat(best("Who opened the bridge?", PASSAGE)).contains("Anna Schmidt");
        assertThat(best("How much did the bridge cost?", PASSAGE)).contains("12 million euros");
    }

    @Test
    void countsInUtf16WhateverThePassageHolds() {
        String passage = "🎉🎉 " + PASSAGE + " 🎉";
        assertThat(best("Who opened the bridge?", passage)).contains("Anna Schmidt");
    }

    @Test
    void doubtsWhatThePassageDoesNotSay() {
        double known = spans("Who opened the bridge?", PASSAGE).getFirst().probability();
        double unknown = spans("Who painted the Mona Lisa?", PASSAGE).getFirst().probability();
        assertThat(unknown).isLessThan(known / 2);
    }

    @Test
    void readsAPassageLongerThanAWindow() {
        String passage = "Nothing happened in the town on that day. ".repeat(60) + PASSAGE;
        assertThat(best("Who opened the bridge?", passage)).contains("Anna Schmidt");
    }

    @Test
    void readsNothingOutOfAPassageWithoutWords() {
        assertThat(spans("Who opened the bridge?", " ")).isEmpty();
    }

    @Test
    void givesEachPassageItsOwnSpansInTheOrderOfThePassages() {
        List<List<AnswerSpan>> spans =
                reader.read("Who opened the bridge?", List.of(new Text("", " "), new Text("Elbe bridge", PASSAGE)), 3);
        assertThat(spans.get(0)).isEmpty();
        assertThat(spans.get(1)).hasSize(3);
        assertThat(spans.get(1)).extracting(AnswerSpan::margin).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    private static String best(String question, String passage) {
        AnswerSpan span = spans(question, passage).getFirst();
        return passage.substring(span.start(), span.end());
    }

    private static List<AnswerSpan> spans(String question, String passage) {
        return reader.read(question, List.of(new Text("A bridge", passage)), 3).getFirst();
    }
}
