package io.dateline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Conversations in a relational database. Thread-safe, also between processes that share a database: every method is one
 * transaction. Its methods throw {@link org.springframework.dao.DataAccessException} when the database does not answer.
 */
public final class ConversationStore {

    private static final String SUMMARY = """
            select c.id, c.title, c.created_at, c.updated_at,
                   (select count(*) from turn t where t.conversation_id = c.id) as turns
            from conversation c
            """;

    private final JdbcClient database;
    private final TransactionOperations transactions;

    public ConversationStore(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** What came of {@link #begin}. */
    public enum Beginning {
        BEGUN,
        /** A turn with this id was begun before; nothing was changed. */
        KNOWN,
        /** There is no conversation with this id; nothing was changed. */
        NO_CONVERSATION
    }

    /** Adds the first turn of a new conversation, which takes its title from the question. */
    public Beginning beginConversation(Turn turn) {
        return insert(
                turn,
                () -> database.sql("insert into conversation values (?, ?, ?, ?)")
                        .params(
                                turn.conversation(),
                                Title.of(turn.question()),
                                Rows.timestamp(turn.askedAt()),
                                Rows.timestamp(turn.askedAt()))
                        .update());
    }

    /** Adds a turn to the conversation it names. */
    public Beginning begin(Turn turn) {
        return insert(turn, () -> touch(turn.conversation(), turn.askedAt()));
    }

    private Beginning insert(Turn turn, Runnable conversation) {
        try {
            transactions.executeWithoutResult(status -> {
                conversation.run();
                database.sql("""
                                insert into turn (id, conversation_id, question, as_of, publisher, published_from,
                                                  published_to, asked_at, state)
                                values (:id, :conversation, :question, :asOf, :publisher, :from, :to, :askedAt, 'running')
                                """).params(Rows.asked(turn)).update();
            });
            return Beginning.BEGUN;
        } catch (DuplicateKeyException known) {
            return Beginning.KNOWN;
        } catch (DataIntegrityViolationException orphan) {
            if (conversation(turn.conversation()).isEmpty()) {
                return Beginning.NO_CONVERSATION;
            }
            throw orphan;
        }
    }

    /**
     * Writes down how a turn ended; the last writer wins. Nothing happens when its conversation was deleted meanwhile.
     */
    public void finish(String turnId, Turn.Ending ending, Instant at) {
        transactions.executeWithoutResult(status -> {
            database.sql("""
                            update turn set state = :state, standalone = :standalone, answer = :answer,
                                failure_code = :code, failure_message = :message, failure_retryable = :retryable,
                                finished_at = :at
                            where id = :id
                            """).params(Rows.ended(turnId, ending, at)).update();
            turn(turnId).ifPresent(turn -> touch(turn.conversation(), at));
        });
    }

    /**
     * Ends every turn that still runs. For the start of a process, when they are left from a life that ended without doing so.
     * Where several processes share a database, one that still runs a turn overwrites this when it is finished.
     *
     * @return how many there were
     */
    public int failRunning(Turn.Failure failure, Instant at) {
        return database.sql("""
                        update turn set state = 'failed', failure_code = ?, failure_message = ?, failure_retryable = ?,
                            finished_at = ?
                        where state = 'running'
                        """)
                .params(failure.code(), failure.message(), failure.retryable(), Rows.timestamp(at))
                .update();
    }

    public Optional<Turn> turn(String turnId) {
        return database.sql("select * from turn where id = ?")
                .param(turnId)
                .query(Rows::turn)
                .optional();
    }

    public Optional<Conversation> conversation(String id) {
        return database.sql(SUMMARY + "where c.id = ?")
                .param(id)
                .query(Rows::conversation)
                .optional();
    }

    /** All turns of the conversation, oldest first; empty when there is no such conversation. */
    public List<Turn> turns(String conversationId) {
        return database.sql("select * from turn where conversation_id = ? order by asked_at, id")
                .param(conversationId)
                .query(Rows::turn)
                .list();
    }

    /** The last turns of the conversation that were completed, oldest first. */
    public List<Turn> lastCompleted(String conversationId, int limit) {
        return database.sql("""
                        select * from turn where conversation_id = ? and state = 'completed'
                        order by asked_at desc, id desc limit ?
                        """)
                .params(conversationId, limit)
                .query(Rows::turn)
                .list()
                .reversed();
    }

    /**
     * The conversations that have the text in their title or in a question, in any case, the one updated last first.
     *
     * @param text empty for all
     * @param limit at least 1
     */
    public List<Conversation> find(String text, int limit) {
        return database.sql(SUMMARY + """
                        where lower(c.title) like :like escape '!'
                           or exists (select 1 from turn q where q.conversation_id = c.id
                                                             and lower(q.question) like :like escape '!')
                        order by c.updated_at desc, c.id limit :limit
                        """)
                .param("like", Rows.containing(text))
                .param("limit", limit)
                .query(Rows::conversation)
                .list();
    }

    /**
     * Renames the conversation; empty when there is none with this id.
     *
     * @param title 1 to 200 characters, white space at the ends and line breaks apart
     */
    public Optional<Conversation> rename(String id, String title) {
        database.sql("update conversation set title = ? where id = ?")
                .params(Title.typed(title), id)
                .update();
        return conversation(id);
    }

    /** Deletes the conversation with all its turns; false when there was none with this id. */
    public boolean delete(String id) {
        return database.sql("delete from conversation where id = ?").param(id).update() > 0;
    }

    /** Writes down what a reader thought of an answer; false when there is no such turn. */
    public boolean judge(String turnId, Turn.Feedback feedback) {
        return database.sql("update turn set feedback_verdict = ?, feedback_note = ? where id = ?")
                        .params(Rows.word(feedback.verdict()), feedback.note(), turnId)
                        .update()
                > 0;
    }

    private void touch(String conversationId, Instant at) {
        database.sql("update conversation set updated_at = ? where id = ?")
                .params(Rows.timestamp(at), conversationId)
                .update();
    }
}
