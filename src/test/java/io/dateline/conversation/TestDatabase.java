package io.dateline.conversation;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores for tests, each in a database of its own that has been migrated. */
public final class TestDatabase {

    private TestDatabase() {}

    public static ConversationStore inMemory() {
        return store(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    static ChatThreads threadsInMemory() {
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure().dataSource(database).load().migrate();
        return new ChatThreads(
                JdbcClient.create(database), new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    static ConversationStore store(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
        return new ConversationStore(
                JdbcClient.create(database), new TransactionTemplate(new JdbcTransactionManager(database)));
    }
}
