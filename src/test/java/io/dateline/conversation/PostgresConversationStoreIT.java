package io.dateline.conversation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresConversationStoreIT extends ConversationStoreContract {

    private static @Nullable PostgresServer server;
    private static @Nullable ConversationStore store;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Optional<Path> binaries = PostgresServer.installed();
        assumeTrue(binaries.isPresent(), "PostgreSQL is not installed (Debian: apt-get install postgresql)");
        server = PostgresServer.start(binaries.orElseThrow());
        store = TestDatabase.store(server.dataSource());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    @Override
    ConversationStore store() {
        if (store == null) {
            throw new IllegalStateException("the server was not started");
        }
        return store;
    }
}
