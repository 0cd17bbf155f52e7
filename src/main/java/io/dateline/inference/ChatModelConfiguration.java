package io.dateline.inference;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicModelCatalog;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.catalog.ModelCatalog;
import dev.langchain4j.model.catalog.ModelDescription;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiModelCatalog;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaModel;
import dev.langchain4j.model.ollama.OllamaModels;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiModelCatalog;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The language model, if one is connected; without one there is no such bean and the articles are quoted. */
@Configuration(proxyBeanMethods = false)
class ChatModelConfiguration {

    /** For a list of models, which a server has at hand. */
    private static final Duration LIST = Duration.ofSeconds(5);

    /** The same evidence should give the same answer. */
    private static final double TEMPERATURE = 0.0;

    @Bean
    @ConditionalOnProperty("dateline.model.name")
    LanguageModel languageModel(ChatModelProperties properties) {
        String name = Objects.requireNonNull(properties.name());
        HttpClientBuilder http = new ModelHttpClientBuilder()
                .connectTimeout(properties.connect())
                .readTimeout(properties.firstToken());
        HttpClientBuilder quick = new ModelHttpClientBuilder()
                .connectTimeout(properties.connect())
                .readTimeout(LIST);
        return new LanguageModel(
                properties.provider().label(),
                name,
                properties.server(),
                chat(properties, name, http),
                properties.limits(),
                properties.price(),
                models(properties, quick));
    }

    private static StreamingChatModel chat(ChatModelProperties properties, String name, HttpClientBuilder http) {
        String server = properties.server().toString();
        return switch (properties.provider()) {
            case OPENAI ->
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(server)
                        .modelName(name)
                        .apiKey(properties.apiKey())
                        .maxTokens(properties.maxTokens())
                        .temperature(TEMPERATURE)
                        .build();
            case OLLAMA ->
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(server)
                        .modelName(name)
                        .numPredict(properties.maxTokens())
                        .temperature(TEMPERATURE)
                        .build();
            case ANTHROPIC ->
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(server)
                        .modelName(name)
                        .apiKey(properties.apiKey())
                        .maxTokens(properties.maxTokens())
                        .temperature(TEMPERATURE)
                        .build();
            case GEMINI ->
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(server)
                        .modelName(name)
                        .apiKey(properties.apiKey())
                        .maxOutputTokens(properties.maxTokens())
                        .temperature(TEMPERATURE)
                        .build();
        };
    }

    private static Callable<List<String>> models(ChatModelProperties properties, HttpClientBuilder http) {
        String server = properties.server().toString();
        return switch (properties.provider()) {
            case OPENAI ->
                names(OpenAiModelCatalog.builder()
                        .httpClientBuilder(http)
                        .baseUrl(server)
                        .apiKey(properties.apiKey())
                        .build());
            case OLLAMA -> {
                OllamaModels models = OllamaModels.builder()
                        .httpClientBuilder(http)
                        .baseUrl(server)
                        .maxRetries(0)
                        .build();
                yield () -> models.availableModels().content().stream()
                        .map(OllamaModel::getName)
                        .sorted()
                        .toList();
            }
            case ANTHROPIC ->
                names(AnthropicModelCatalog.builder()
                        .httpClientBuilder(http)
                        .baseUrl(server)
                        .apiKey(properties.apiKey())
                        .build());
            case GEMINI ->
                names(GoogleAiGeminiModelCatalog.builder()
                        .httpClientBuilder(http)
                        .baseUrl(server)
                        .apiKey(properties.apiKey())
                        .build());
        };
    }

    private static Callable<List<String>> names(ModelCatalog catalog) {
        return () -> catalog.listModels().stream()
                .map(ModelDescription::name)
                .sorted()
                .toList();
    }
}
