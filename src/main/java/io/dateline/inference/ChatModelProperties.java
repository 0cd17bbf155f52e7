package io.dateline.inference;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A language model behind an OpenAI-compatible server; both {@code baseUrl} and {@code name} connect it.
 *
 * @param baseUrl up to and with the version, such as {@code http://127.0.0.1:11434/v1}
 * @param apiKey sent as a bearer token; servers without accounts take any
 * @param maxTokens the longest answer
 * @param firstToken how long the server may take to begin its response
 */
@ConfigurationProperties("dateline.model")
record ChatModelProperties(
        @Nullable String baseUrl,
        @Nullable String name,
        @DefaultValue("none") String apiKey,
        @DefaultValue("600") int maxTokens,
        @DefaultValue("15s") Duration firstToken) {

    /** The key is left out, so that it never gets into a log. */
    @Override
    public String toString() {
        return "ChatModelProperties[baseUrl=" + baseUrl + ", name=" + name + "]";
    }
}
