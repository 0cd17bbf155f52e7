package io.dateline.channel.slack;

import io.dateline.channel.chat.ChatInbox;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Lets the questions of a thread through one after the other, since each may refer to the one before. Thread-safe. */
final class SlackTurns {

    private final Map<String, Turn> turns = new HashMap<>();

    private static final class Turn {

        private final Semaphore free = new Semaphore(1, true);
        private int wanted;
    }

    /** Runs the work when everything that came before it in this thread is done. */
    void inTurn(String thread, ChatInbox.Work work) throws Exception {
        Turn turn;
        synchronized (turns) {
            turn = turns.computeIfAbsent(thread, key -> new Turn());
            turn.wanted++;
        }
        try {
            turn.free.acquire();
            try {
                work.run();
            } finally {
                turn.free.release();
            }
        } finally {
            synchronized (turns) {
                turn.wanted--;
                if (turn.wanted == 0) {
                    turns.remove(thread);
                }
            }
        }
    }
}
