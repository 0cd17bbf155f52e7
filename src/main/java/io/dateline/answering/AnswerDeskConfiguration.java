package io.dateline.answering;

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
        return new SmartLifecycle() {

            private volatile boolean running;

            @Override
            public void start() {
                running = true;
            }

            @Override
            public void stop() {
                desk.close();
                running = false;
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            // What was ended does not begin again, so a pause of the context must not end it.
            @Override
            public boolean isPauseable() {
                return false;
            }

            @Override
            public int getPhase() {
                return DEFAULT_PHASE;
            }
        };
    }
}
