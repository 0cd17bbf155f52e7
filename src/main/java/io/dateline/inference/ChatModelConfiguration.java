package io.dateline.inference;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The language model, if one is connected; without one there is no such bean and the articles are quoted. */
@Configuration(proxyBeanMethods = false)
class ChatModelConfiguration {

    @Bean
    @ConditionalOnProperty({"dateline.model.base-url", "dateline.model.name"})
    StreamingChatModel streamingChatModel(ChatModelProperties properties) {
        return OpenAiStreamingChatModel.builder()
                .baseUrl(properties.baseUrl())
                .modelName(properties.name())
                .apiKey(properties.apiKey())
                .maxTokens(properties.maxTokens())
                .temperature(0.0)
                .timeout(properties.firstToken())
                .build();
    }
}
