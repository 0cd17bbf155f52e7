package io.dateline.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import io.dateline.inference.SpanReader.AnswerSpan;
import io.dateline.inference.SpanReader.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        for (String odd : List.of("🎉🎉 ", "\ud800\ud800 ", "\u0000\u0000 ", "e\u0301 ")) {
            assertThat(best("Who opened the bridge?", odd + PASSAGE + " " + odd))
                    .endsWith("Anna Schmidt");
        }
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

    @ParameterizedTest
    @ValueSource(strings = {"习近平在北京会见了卢卡申科。", "Минск", "\ud800 alone", "a\u0000b\u0007c", "😀😀😀", "ᾳ̈", "﷽ ﷽"})
    void readsAnyTextWithoutLeavingIt(String text) {
        for (String[] asked : new String[][] {{text, PASSAGE}, {"Who opened the bridge?", text}, {text, text}}) {
            assertThat(spans(asked[0], asked[1])).allSatisfy(span -> {
                assertThat(span.start()).isBetween(0, span.end());
                assertThat(span.end()).isBetween(span.start(), asked[1].length());
            });
        }
    }

    @Test
    void aWordOfTenThousandLettersAndAQuestionLongerThanTheWindowAreRead() {
        assertThat(best("Who opened the bridge?", "x".repeat(10_000) + " " + PASSAGE))
                .contains("Anna Schmidt");
        assertThat(spans("Who opened the bridge, ".repeat(300) + "then?", PASSAGE))
                .isNotEmpty();
    }

    @Test
    void saysWhichFileIsMissingEmptyCutOffOrOfAnotherModel(@TempDir Path folder) throws IOException {
        assertThat(loadingFrom(folder)).hasMessageContaining("reader.onnx").hasMessageContaining(folder.toString());
        Files.createFile(folder.resolve("reader.onnx"));
        assertThat(loadingFrom(folder)).hasMessageContaining("reader.onnx").hasMessageContaining(folder.toString());
        try (Memory shipped = new ReaderFiles(null).model()) {
            Files.write(folder.resolve("reader.onnx"), shipped.getByteArray(0, (int) shipped.size() / 2));
        }
        assertThat(loadingFrom(folder)).hasMessageContaining("does not take").hasMessageContaining(folder.toString());
        try (InputStream embedding =
                Objects.requireNonNull(getClass().getResourceAsStream("/bge-small-en-v1.5-q.onnx"))) {
            Files.write(folder.resolve("reader.onnx"), embedding.readAllBytes());
        }
        assertThat(loadingFrom(folder)).hasMessageContaining("is no reader").hasMessageContaining(folder.toString());
    }

    private static Throwable loadingFrom(Path folder) {
        return Objects.requireNonNull(new OnnxSpanReader(new ReaderFiles(folder), threads)
                .loaded()
                .handle((loaded, failure) -> failure.getCause())
                .join());
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
