package io.dateline.answering;

import io.dateline.inference.LanguageModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Apart from the answer chain, since a server may show which model is connected without one. */
@Configuration(proxyBeanMethods = false)
class ModelStatusConfiguration {

    @Bean
    ModelStatus modelStatus(ObjectProvider<LanguageModel> model) {
        return new ModelStatus(model.getIfAvailable());
    }
}
