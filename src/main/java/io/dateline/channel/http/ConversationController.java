package io.dateline.channel.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.dateline.channel.Asked;
import io.dateline.channel.BadRequestException;
import io.dateline.channel.access.Person;
import io.dateline.conversation.Conversation;
import io.dateline.conversation.ConversationStore;
import io.dateline.conversation.Turn;
import io.dateline.desk.AnswerDesk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/conversations}: what was asked and answered before. */
@RestController
@Tag(name = "Conversations")
@RequestMapping("/api/conversations")
class ConversationController {

    private static final int MOST_LISTED = 500;
    private static final int LONGEST_SEARCH = 200;

    private final ConversationStore conversations;
    private final AnswerDesk desk;

    ConversationController(ConversationStore conversations, AnswerDesk desk) {
        this.conversations = conversations;
        this.desk = desk;
    }

    /** Newest first. */
    record Listing(List<Conversation> conversations) {}

    @Schema(name = "ConversationWithTurns")
    record Whole(String id, String title, Instant createdAt, Instant updatedAt, List<TurnView> turns) {}

    /** @param answer the body of its {@code completed} frame; of a stopped one what had been seen of it */
    @Schema(name = "Turn")
    record TurnView(
            String id,
            String question,
            @Nullable String standalone,
            @Nullable LocalDate asOf,
            Instant askedAt,
            Turn.State state,
            @JsonRawValue @Nullable String answer,
            Turn.@Nullable Failure failure,
            Turn.@Nullable Feedback feedback) {

        static TurnView of(Turn turn) {
            return new TurnView(
                    turn.id(),
                    turn.question(),
                    turn.standalone(),
                    turn.scope().asOf(),
                    turn.askedAt(),
                    turn.state(),
                    turn.answer(),
                    turn.failure(),
                    turn.feedback());
        }
    }

    /** @param title 1 to 200 characters */
    record Renaming(@Nullable String title) {}

    @Operation(summary = "Lists conversations, newest first; with q those that hold these words")
    @GetMapping
    Listing list(@RequestParam(defaultValue = "") String q, Person person) {
        Asked.requireText("q", q);
        if (q.length() > LONGEST_SEARCH) {
            throw new BadRequestException("'q' has at most " + LONGEST_SEARCH + " characters, got: " + q.length());
        }
        return new Listing(of(person).find(q, MOST_LISTED));
    }

    @Operation(summary = "Shows a conversation with its answers")
    @GetMapping("/{id}")
    Whole one(@PathVariable String id, Person person) {
        ConversationStore own = of(person);
        Conversation conversation = own.conversation(id).orElseThrow(() -> unknown(id));
        return new Whole(
                conversation.id(),
                conversation.title(),
                conversation.createdAt(),
                conversation.updatedAt(),
                own.turns(id).stream().map(TurnView::of).toList());
    }

    @Operation(summary = "Renames a conversation")
    @PatchMapping("/{id}")
    Conversation rename(@PathVariable String id, @RequestBody Renaming renaming, Person person) {
        String title = renaming.title();
        if (title == null) {
            throw new BadRequestException("'title' is missing.");
        }
        Asked.requireText("title", title);
        try {
            return of(person).rename(id, title).orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("'title' must have 1 to 200 characters.");
        }
    }

    @Operation(summary = "Deletes a conversation")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id, Person person) {
        desk.forget(id, person.owner());
        if (!of(person).delete(id)) {
            throw unknown(id);
        }
    }

    /** Those of others are to this person as if they were not there. */
    private ConversationStore of(Person person) {
        return conversations.ownedBy(person.owner());
    }

    private static NotFoundException unknown(String id) {
        return new NotFoundException("conversation", id);
    }
}
