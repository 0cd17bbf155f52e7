package io.dateline.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Conversations in a relational database. Thread-safe, also between processes that share a database: every method is one
 * transaction. It sees the conversations of one owner; those of others are to it as if they were not there. Its methods throw {@link org.springframework.dao.DataAccessException} when the database does not answer.
 */
public final class ConversationStore {

    private static final String SUMMARY = """
            select c.id, c.title, c.created_at, c.updated_at,
                   (select count(*) from turn t where t.conversation_id = c.id) as turns
            from conversation c
            """;

    private static final String TURN = "select t.* from turn t join conversation c on c.id = t.conversation_id ";

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final String owner;

    /** The conversations that belong to nobody in particular. */
    public ConversationStore(JdbcClient database, TransactionOperations transactions) {
        this(database, transactions, "");
    }

    private ConversationStore(JdbcClient database, TransactionOperations transactions, String owner) {
        this.database = database;
        this.transactions = transactions;
        this.owner = owner;
    }

    /**
     * The conversations of this owner, in the same database.
     *
     * @param owner at most 300 characters; empty for nobody in particular
     */
    public ConversationStore ownedBy(String owner) {
        return new ConversationStore(database, transactions, owner);
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
                () -> database.sql(
                                "insert into conversation (id, title, created_at, updated_at, owner) values (?, ?, ?, ?, ?)")
                        .params(
                                turn.conversation(),
                                Title.of(turn.question()),
                                Rows.timestamp(turn.askedAt()),
                                Rows.timestamp(turn.askedAt()),
                                owner)
                        .update());
    }

    /** Adds a turn to the conversation it names. */
    public Beginning begin(Turn turn) {
        return insert(
                turn,
                () -> database.sql("update conversation set updated_at = ? where id = ? and owner = ?")
                        .params(Rows.timestamp(turn.askedAt()), turn.conversation(), owner)
                        .update());
    }

    /** @param conversation makes the conversation ready, and counts it: 0 when there is none */
    private Beginning insert(Turn turn, IntSupplier conversation) {
        try {
            Beginning beginning = transactions.execute(status -> {
                if (conversation.getAsInt() == 0) {
                    return Beginning.NO_CONVERSATION;
                }
                database.sql("""
                                insert into turn (id, conversation_id, question, as_of, publisher, published_from,
                                                  published_to, asked_at, state)
                                values (:id, :conversation, :question, :asOf, :publisher, :from, :to, :askedAt, 'running')
                                """).params(Rows.asked(turn)).update();
                return Beginning.BEGUN;
            });
            return Objects.requireNonNull(beginning);
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
     * Writes down how a turn ended, whoever owns it; the last writer wins. Nothing happens when its conversation was deleted
     * meanwhile.
     */
    public void finish(String turnId, Turn.Ending ending, Instant at) {
        transactions.executeWithoutResult(status -> {
            database.sql("""
                            update turn set state = :state, standalone = :standalone, answer = :answer,
                                failure_code = :code, failure_message = :message, failure_retryable = :retryable,
                                finished_at = :at
                            where id = :id
                            """).params(Rows.ended(turnId, ending, at)).update();
            database.sql("""
                            update conversation set updated_at = ?
                            where id = (select conversation_id from turn where id = ?)
                            """).params(Rows.timestamp(at), turnId).update();
        });
    }

    /**
     * Ends every turn that still runs, whoever owns it. For the start of a process, when they are left from a life that ended without doing so.
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
        return database.sql(TURN + "where t.id = ? and c.owner = ?")
                .params(turnId, owner)
                .query(Rows::turn)
                .optional();
    }

    public Optional<Conversation> conversation(String id) {
        return database.sql(SUMMARY + "where c.id = ? and c.owner = ?")
                .params(id, owner)
                .query(Rows::conversation)
                .optional();
    }

    /** All turns of the conversation, oldest first; empty when there is no such conversation. */
    public List<Turn> turns(String conversationId) {
        return database.sql(TURN + "where t.conversation_id = ? and c.owner = ? order by t.asked_at, t.id")
                .params(conversationId, owner)
                .query(Rows::turn)
                .list();
    }

    /** The last turns of the conversation that were completed, oldest first. */
    public List<Turn> lastCompleted(String conversationId, int limit) {
        return database.sql(TURN + """
                        where t.conversation_id = ? and c.owner = ? and t.state = 'completed'
                        order by t.asked_at desc, t.id desc limit ?
                        """)
                .params(conversationId, owner, limit)
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
                        where c.owner = :owner
                          and (lower(c.title) like :like escape '!'
                               or exists (select 1 from turn q where q.conversation_id = c.id
                                                                 and lower(q.question) like :like escape '!'))
                        order by c.updated_at desc, c.id limit :limit
                        """)
                .param("owner", owner)
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
        database.sql("update conversation set title = ? where id = ? and owner = ?")
                .params(Title.typed(title), id, owner)
                .update();
        return conversation(id);
    }

    /** Deletes the conversation with all its turns; false when there was none with this id. */
    public boolean delete(String id) {
        return database.sql("delete from conversation where id = ? and owner = ?")
                        .params(id, owner)
                        .update()
                > 0;
    }

    /** Writes down what a reader thought of an answer; false when there is no such turn. */
    public boolean judge(String turnId, Turn.Feedback feedback) {
        return database.sql("""
                                update turn set feedback_verdict = ?, feedback_note = ?
                                where id = ? and conversation_id in (select id from conversation where owner = ?)
                                """)
                        .params(Rows.word(feedback.verdict()), feedback.note(), turnId, owner)
                        .update()
                > 0;
    }
}
