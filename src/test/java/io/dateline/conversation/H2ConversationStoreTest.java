package io.dateline.conversation;

class H2ConversationStoreTest extends ConversationStoreContract {

    private final ConversationStore store = TestDatabase.inMemory();

    @Override
    ConversationStore store() {
        return store;
    }
}
