package io.dateline.inference;

import java.net.URI;

/** Language models as the configuration connects them, for tests of other modules. */
public final class TestModels {

    private TestModels() {}

    public static LanguageModel openAi(URI server, ModelLimits limits) {
        return connected(ChatModelProperties.Provider.OPENAI, server, limits);
    }

    public static LanguageModel ollama(URI server, ModelLimits limits) {
        return connected(ChatModelProperties.Provider.OLLAMA, server, limits);
    }

    public static LanguageModel anthropic(URI server, ModelLimits limits) {
        return connected(ChatModelProperties.Provider.ANTHROPIC, server, limits);
    }

    public static LanguageModel gemini(URI server, ModelLimits limits) {
        return connected(ChatModelProperties.Provider.GEMINI, server, limits);
    }

    private static LanguageModel connected(ChatModelProperties.Provider provider, URI server, ModelLimits limits) {
        return new ChatModelConfiguration()
                .languageModel(new ChatModelProperties(
                        provider,
                        server,
                        "test-model",
                        "secret-key",
                        100,
                        limits.connect(),
                        limits.firstToken(),
                        limits.gap(),
                        limits.total(),
                        ModelPrice.UNKNOWN));
    }
}
