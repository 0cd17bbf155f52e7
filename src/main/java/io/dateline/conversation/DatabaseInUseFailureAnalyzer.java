package io.dateline.conversation;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that the file of the conversations is open in another process. */
final class DatabaseInUseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** {@code DATABASE_ALREADY_OPEN_1} of H2, which compile-time code does not see. */
    private static final int ALREADY_OPEN = 90020;

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
        }
        return null;
    }
}
