package io.dateline.conversation;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the file of the conversations cannot be opened. The codes are H2's, which compile-time code does not see. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** {@code DATABASE_ALREADY_OPEN_1}. */
    private static final int ALREADY_OPEN = 90020;

    /** {@code IO_EXCEPTION_1}, {@code FILE_CORRUPTED_1}, {@code IO_EXCEPTION_2}, {@code FILE_VERSION_ERROR_1}. */
    private static final Set<Integer> UNREADABLE = Set.of(90028, 90030, 90031, 90048);

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        for (Throwable next = cause; next != null; next = next.getCause()) {
            if (next instanceof SQLException sql && sql.getErrorCode() == ALREADY_OPEN) {
                return new FailureAnalysis(
                        "Another Dateline has the file of the conversations open.",
                        "Stop the other one, or give this one its own file: set spring.datasource.url,"
                                + " for example to jdbc:h2:file:./data/second.",
                        sql);
            }
            if (next instanceof SQLException sql && UNREADABLE.contains(sql.getErrorCode())) {
                return new FailureAnalysis(
                        "The file of the conversations cannot be read: " + sql.getMessage(),
                        "It was left as it is. Put a copy of it back, or move it away to begin without"
                                + " conversations; the articles are not in it.",
                        sql);
            }
        }
        return null;
    }
}
