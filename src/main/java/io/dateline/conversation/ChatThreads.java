package io.dateline.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Which threads of chat services are conversations, and what of them was delivered already. Thread-safe, also between processes
 * that share a database. Its methods throw {@link org.springframework.dao.DataAccessException} when the database does not answer.
 */
public final class ChatThreads {

    /** Slack delivers for the last time six minutes after the first; ids are kept for ten times as long. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient database;
    private final TransactionOperations transactions;

    public ChatThreads(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * True for the first who claims this delivery, false for everybody after, also after a restart. Forgets what was claimed long
     * ago.
     *
     * @param id at most 300 characters
     * @param message what {@link #unanswered} gives until {@link #answered}; null when nothing is to be made up for
     */
    public boolean claim(String id, @Nullable String message, Instant now) {
        database.sql("delete from chat_delivery where received_at < ?")
                .params(Rows.timestamp(now.minus(KEPT)))
                .update();
        try {
            database.sql("insert into chat_delivery (id, received_at, message) values (?, ?, ?)")
                    .param(id)
                    .param(Rows.timestamp(now))
                    .param(message)
                    .update();
            return true;
        } catch (DuplicateKeyException claimed) {
            return false;
        }
    }

    /** The delivery was answered; it is remembered all the same. */
    public void answered(String id) {
        database.sql("update chat_delivery set message = null where id = ?")
                .params(id)
                .update();
    }

    /**
     * The messages whose deliveries begin with this and were claimed, but not answered, the oldest first: at the start of a process
     * what an earlier life left behind.
     */
    public List<String> unanswered(String prefix) {
        return database.sql("""
                        select message from chat_delivery
                        where message is not null and substring(id, 1, ?) = ? order by received_at, id
                        """).params(prefix.length(), prefix).query(String.class).list().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** The conversation that goes on in the thread; empty when Dateline has not been asked there. */
    public Optional<String> conversation(String thread) {
        return database.sql("select conversation_id from chat_thread where id = ?")
                .params(thread)
                .query(String.class)
                .optional();
    }

    /**
     * From now on this conversation goes on in the thread.
     *
     * @param thread at most 300 characters
     */
    public void keep(String thread, String conversation, Instant now) {
        transactions.executeWithoutResult(status -> {
            database.sql("delete from chat_thread where id = ?").params(thread).update();
            database.sql("insert into chat_thread (id, conversation_id, updated_at) values (?, ?, ?)")
                    .params(thread, conversation, Rows.timestamp(now))
                    .update();
        });
    }
}
