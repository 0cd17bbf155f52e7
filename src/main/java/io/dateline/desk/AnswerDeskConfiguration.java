package io.dateline.desk;

import io.dateline.answering.Answerer;
import io.dateline.conversation.ConversationStore;
import java.time.InstantSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class AnswerDeskConfiguration {

    @Bean
    JsonMapperBuilderCustomizer answerJsonFormat() {
        return AnswerJson::configure;
    }

    @Bean
    AnswerJson answerJson(JsonMapper mapper) {
        return new AnswerJson(mapper);
    }

    /** Closed by {@link #answerDeskShutdown}, earlier than beans are destroyed. */
    @Bean(destroyMethod = "")
    AnswerDesk answerDesk(Answerer answerer, ConversationStore store, AnswerJson json, DeskProperties limits) {
        InstantSource clock = InstantSource.system();
        int left = store.failRunning(Failures.stored(Failures.SHUTTING_DOWN), clock.instant());
        if (left > 0) {
            LoggerFactory.getLogger(AnswerDesk.class)
                    .info("{} questions were being answered when Dateline ended the last time", left);
        }
        return new AnswerDesk(answerer, store, json, limits, clock);
    }

    /** Ends the running questions while there are still sockets to say so. */
    @Bean
    SmartLifecycle answerDeskShutdown(AnswerDesk desk) {
        return new ShutdownStep(SmartLifecycle.DEFAULT_PHASE, desk::close);
    }
}
