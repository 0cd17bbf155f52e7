package io.dateline.desk;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerEvent.Completed;
import io.dateline.answering.AnswerEvent.Failed;
import io.dateline.answering.AnswerEvent.Stopped;
import io.dateline.answering.AnswerEvent.Terminal;
import io.dateline.answering.Exchange;
import io.dateline.answering.Question;
import io.dateline.conversation.ConversationStore;
import io.dateline.conversation.Turn;
import io.dateline.index.Filter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Between questions with their ends and the turns in the database. Thread-safe. */
final class TurnKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(TurnKeeper.class);

    private final ConversationStore store;
    private final AnswerJson json;
    private final InstantSource clock;

    TurnKeeper(ConversationStore store, AnswerJson json, InstantSource clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    ConversationStore.Beginning begin(Question question, String conversation) {
        Filter filter = question.filter();
        Turn turn = Turn.running(
                question.id(),
                conversation,
                question.text(),
                new Turn.Scope(filter.asOf(), filter.publisher(), filter.from(), filter.to()),
                clock.instant());
        ConversationStore own = store.ownedBy(question.owner());
        return question.conversation() == null ? own.beginConversation(turn) : own.begin(turn);
    }

    /**
     * Writes down the end of the question whose log it is; of one that was stopped also what had been seen by then.
     *
     * @return the end to show: an answer that could not be saved is shown all the same, and says so
     */
    Terminal finish(Terminal end, AnswerLog log, @Nullable String standalone) {
        try {
            store.finish(log.id(), stored(end, log, standalone), clock.instant());
            return end;
        } catch (RuntimeException e) {
            LOG.error("The answer to question {} could not be saved", log.id(), e);
            return end instanceof Completed completed ? new Completed(unsaved(completed.answer())) : end;
        }
    }

    /** How this owner's question ended, as far as the database knows; empty when there is none with this id. */
    Optional<Terminal> end(String id, String owner) {
        return store.ownedBy(owner).turn(id).map(turn -> switch (turn.state()) {
            case RUNNING -> Failures.ELSEWHERE;
            case STOPPED -> new Stopped();
            case FAILED -> turn.failure() == null ? Failures.INTERNAL : Failures.of(turn.failure());
            case COMPLETED -> answer(turn).<Terminal>map(Completed::new).orElse(Failures.INTERNAL);
        });
    }

    /** The last exchanges of the conversation, oldest first. */
    List<Exchange> past(String conversation, String owner, int limit) {
        return store.ownedBy(owner).lastCompleted(conversation, limit).stream()
                .flatMap(turn -> answer(turn).map(answer -> exchange(turn, answer)).stream())
                .toList();
    }

    /** The ids of the questions of a conversation. */
    Stream<String> ids(String conversation, String owner) {
        return store.ownedBy(owner).turns(conversation).stream().map(Turn::id);
    }

    private static Exchange exchange(Turn turn, Answer answer) {
        String standalone = turn.standalone();
        return new Exchange(turn.question(), standalone == null ? turn.question() : standalone, answer);
    }

    private Turn.Ending stored(Terminal end, AnswerLog log, @Nullable String standalone) {
        return switch (end) {
            case Completed completed ->
                new Turn.Ending(Turn.State.COMPLETED, standalone, json.write(completed.answer()), null);
            case Stopped stopped ->
                new Turn.Ending(
                        Turn.State.STOPPED,
                        standalone,
                        UnfinishedAnswer.of(log).map(json::write).orElse(null),
                        null);
            case Failed failed -> new Turn.Ending(Turn.State.FAILED, standalone, null, Failures.stored(failed));
        };
    }

    private Optional<Answer> answer(Turn turn) {
        String stored = turn.answer();
        if (stored == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.read(stored));
        } catch (JacksonException e) {
            LOG.warn("The stored answer to question {} cannot be read", turn.id(), e);
            return Optional.empty();
        }
    }

    private static Answer unsaved(Answer answer) {
        return new Answer(
                answer.status(),
                answer.text(),
                answer.fact(),
                answer.citations(),
                answer.sources(),
                answer.followUps(),
                answer.mode(),
                answer.timings(),
                answer.tokens(),
                "This answer could not be saved; it will be gone after a while.");
    }
}
