package io.dateline.answering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.StreamingChatModel;
import io.dateline.inference.LanguageModel;
import io.dateline.inference.ModelLimits;
import io.dateline.inference.ModelPrice;
import io.dateline.inference.TestModels;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelStatusTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ModelLimits LIMITS = new ModelLimits(SECOND, SECOND, SECOND, SECOND);

    @Test
    void saysThatNoneIsConnected() {
        ModelStatus.Report report = new ModelStatus(null).report();

        assertThat(report.answers()).isFalse();
        assertThat(report.words()).isEqualTo("No language model is connected; answers quote the articles.");
    }

    @ParameterizedTest
    @CsvSource({"small, true", "small:latest, true", "models/small, true", "smaller, false", "big, false"})
    void knowsTheModelUnderTheNamesThatServersGiveIt(String listed, boolean answers) {
        assertThat(status(() -> List.of(listed)).report().answers()).isEqualTo(answers);
    }

    @Test
    void namesTheModelsThereAreWhenThereIsNoneOfThisName() {
        assertThat(status(() -> List.of("big", "huge")).report().words())
                .isEqualTo("The server at http://127.0.0.1/v1 has no model small; it has big, huge.");
    }

    @Test
    void asksTheServerOnceForWhoeverLooksOften() {
        AtomicInteger asked = new AtomicInteger();
        ModelStatus status = status(() -> List.of("small" + asked.incrementAndGet()));
        status.report();
        status.report();

        assertThat(asked).hasValue(1);
    }

    @Test
    void saysInASentenceWhyTheServerDoesNotAnswer() throws IOException {
        try (FaultyModelServer server = FaultyModelServer.refusing("401 Unauthorized")) {
            ModelStatus.Report report = new ModelStatus(TestModels.openAi(server.address(), LIMITS)).report();

            assertThat(report.answers()).isFalse();
            assertThat(report.words())
                    .startsWith("The language model's server refuses the key: test-model at http://127.0.0.1:")
                    .doesNotContain("secret-key");
        }
    }

    private static ModelStatus status(Callable<List<String>> models) {
        StreamingChatModel silent = new StreamingChatModel() {};
        return new ModelStatus(new LanguageModel(
                "openai", "small", URI.create("http://127.0.0.1/v1"), silent, LIMITS, ModelPrice.UNKNOWN, models));
    }
}
