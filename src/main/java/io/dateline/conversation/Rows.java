package io.dateline.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between records and rows, in the SQL that H2 and PostgreSQL share. */
final class Rows {

    private Rows() {}

    static Conversation conversation(ResultSet row, int number) throws SQLException {
        return new Conversation(
                row.getString("id"),
                row.getString("title"),
                required(instant(row, "created_at")),
                required(instant(row, "updated_at")),
                row.getInt("turns"));
    }

    static Turn turn(ResultSet row, int number) throws SQLException {
        return new Turn(
                row.getString("id"),
                row.getString("conversation_id"),
                row.getString("question"),
                row.getString("standalone"),
                new Turn.Scope(
                        row.getObject("as_of", LocalDate.class),
                        row.getString("publisher"),
                        row.getObject("published_from", LocalDate.class),
                        row.getObject("published_to", LocalDate.class)),
                required(instant(row, "asked_at")),
                Turn.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("answer"),
                failure(row),
                instant(row, "finished_at"),
                feedback(row));
    }

    static Map<String, @Nullable Object> asked(Turn turn) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", turn.id());
        row.put("conversation", turn.conversation());
        row.put("question", turn.question());
        row.put("asOf", turn.scope().asOf());
        row.put("publisher", turn.scope().publisher());
        row.put("from", turn.scope().from());
        row.put("to", turn.scope().to());
        row.put("askedAt", timestamp(turn.askedAt()));
        return row;
    }

    static Map<String, @Nullable Object> ended(String turnId, Turn.Ending ending, Instant at) {
        Turn.Failure failure = ending.failure();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", turnId);
        row.put("state", word(ending.state()));
        row.put("standalone", ending.standalone());
        row.put("answer", ending.answer());
        row.put("code", failure == null ? null : failure.code());
        row.put("message", failure == null ? null : failure.message());
        row.put("retryable", failure == null ? null : failure.retryable());
        row.put("at", timestamp(at));
        return row;
    }

    /** Microseconds are what both databases keep, so what is read equals what was written. */
    static OffsetDateTime timestamp(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** A LIKE pattern, with {@code !} as its escape, in which nothing of the text is syntax. */
    static String containing(String text) {
        return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    private static Turn.@Nullable Failure failure(ResultSet row) throws SQLException {
        String code = row.getString("failure_code");
        return code == null
                ? null
                : new Turn.Failure(code, row.getString("failure_message"), row.getBoolean("failure_retryable"));
    }

    private static Turn.@Nullable Feedback feedback(ResultSet row) throws SQLException {
        String verdict = row.getString("feedback_verdict");
        return verdict == null
                ? null
                : new Turn.Feedback(
                        Turn.Feedback.Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
                        row.getString("feedback_note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static Instant required(@Nullable Instant instant) throws SQLException {
        if (instant == null) {
            throw new SQLException("a time is missing in a column that is not null");
        }
        return instant;
    }
}
