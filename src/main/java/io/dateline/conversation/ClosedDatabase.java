package io.dateline.conversation;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Has the pool give up a connection to a database that has closed itself, so that the next one opens it again. Hikari knows SQL states
 * of lost connections, H2 has its own.
 */
public final class ClosedDatabase implements SQLExceptionOverride {

    /** {@code DATABASE_IS_CLOSED} and {@code DATABASE_CALLED_AT_SHUTDOWN} of H2. */
    private static final Set<Integer> CLOSED = Set.of(90098, 90121);

    @java.lang.Override
    public Override adjudicate(SQLException fault) {
        return CLOSED.contains(fault.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
