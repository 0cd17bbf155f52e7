package io.dateline.conversation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    @Bean
    ConversationStore conversationStore(JdbcClient database, PlatformTransactionManager transactions) {
        return new ConversationStore(database, new TransactionTemplate(transactions));
    }

    @Bean
    ChatThreads chatThreads(JdbcClient database, PlatformTransactionManager transactions) {
        return new ChatThreads(database, new TransactionTemplate(transactions));
    }
}
