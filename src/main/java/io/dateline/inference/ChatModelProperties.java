package io.dateline.inference;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A language model; its {@code name} connects it.
 *
 * @param provider whose protocol the server speaks
 * @param baseUrl up to and with the version, such as {@code http://127.0.0.1:11434/v1}; the provider's own where it has one
 * @param apiKey servers without accounts take any
 * @param maxTokens the longest answer
 */
@ConfigurationProperties("dateline.model")
record ChatModelProperties(
        @DefaultValue("openai") Provider provider,
        @Nullable URI baseUrl,
        @Nullable String name,
        @DefaultValue("none") String apiKey,
        @DefaultValue("600") int maxTokens,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("15s") Duration firstToken,
        @DefaultValue("10s") Duration gap,
        @DefaultValue("90s") Duration total,
        @DefaultValue ModelPrice price) {

    /** Protocols, with the address of who made them; any other server is named by its base URL. */
    enum Provider {
        /** Also vLLM, llama.cpp, LM Studio and whoever else speaks OpenAI's chat completions. */
        OPENAI("https://api.openai.com/v1"),
        OLLAMA("http://127.0.0.1:11434"),
        ANTHROPIC("https://api.anthropic.com/v1"),
        GEMINI("https://generativelanguage.googleapis.com/v1beta");

        private final URI home;

        Provider(String home) {
            this.home = URI.create(home);
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ChatModelProperties {
        if (baseUrl != null && !("http".equals(baseUrl.getScheme()) || "https".equals(baseUrl.getScheme()))) {
            throw new IllegalArgumentException(
                    "dateline.model.base-url must begin with http:// or https://, got: " + baseUrl);
        }
        if (maxTokens < 1) {
            throw new IllegalArgumentException("dateline.model.max-tokens must be at least 1, got: " + maxTokens);
        }
    }

    URI server() {
        return baseUrl == null ? provider.home : baseUrl;
    }

    ModelLimits limits() {
        return new ModelLimits(connect, firstToken, gap, total);
    }

    /** The key is left out, so that it never gets into a log. */
    @Override
    public String toString() {
        return "ChatModelProperties[provider=" + provider + ", baseUrl=" + baseUrl + ", name=" + name + "]";
    }
}
