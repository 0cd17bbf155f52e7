package io.dateline.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgeSmallTest {

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);
    private static final BgeSmall MODEL = new BgeSmall(THREADS);
    private static final Embeddings EMBEDDINGS =
            new Embeddings(MODEL, BgeSmall.QUERY_PREFIX, MODEL.loaded(), Duration.ofMinutes(1), 10);

    @AfterAll
    static void close() {
        THREADS.shutdown();
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }

    @Test
    void vectorsHaveUnitLengthAndTheDimensionItNames() {
        float[] vector = EMBEDDINGS.ofQuery("Where did they meet?").orElseThrow();
        assertThat(vector).hasSize(EMBEDDINGS.dimension());
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-3));
    }

    @Test
    void aPassageThatAnswersIsNearerThanOneThatDoesNot() {
        float[] query = EMBEDDINGS
                .ofQuery("Which leaders demanded an end to the fighting?")
                .orElseThrow();
        List<float[]> passages = EMBEDDINGS.ofPassages(List.of(
                "The presidents of China and Belarus called for a ceasefire in Ukraine.",
                "The recipe asks for two eggs and a cup of flour."));
        assertThat(cosine(query, passages.get(0))).isGreaterThan(cosine(query, passages.get(1)) + 0.1);
    }

    @Test
    void aPassageHasTheSameVectorAloneAndAmongOthers() {
        List<float[]> together = EMBEDDINGS.ofPassages(List.of("First text.", "Second text.", "Third text."));
        assertThat(together.get(1))
                .containsExactly(EMBEDDINGS.ofPassages(List.of("Second text.")).getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀😀😀", "习近平在北京", "Минск", "\ud800", "+-&&||!(){}[]^\"~*?:\\/", "\u0000"})
    void takesAnyText(String text) {
        assertThat(EMBEDDINGS.ofQuery(text)).isPresent();
    }

    @Test
    void takesAPassageThatIsLongerThanItsWindow() {
        assertThat(EMBEDDINGS.ofPassages(List.of("word ".repeat(2_000)))).hasSize(1);
    }
}
