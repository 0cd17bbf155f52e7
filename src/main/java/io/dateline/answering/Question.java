package io.dateline.answering;

import io.dateline.index.Filter;
import org.jspecify.annotations.Nullable;

/**
 * A question as a person asked it.
 *
 * @param id made by the client, at least 122 random bits; asking again with the same id never asks twice. 8 to 100 letters,
 *     digits, {@code -} or {@code _}
 * @param conversation null to begin a new one
 * @param text 1 to 2,000 characters, not blank
 * @param owner whose conversation it belongs to; {@link #NOBODY} where people are not told apart
 * @param asker whose limits it counts towards; the owner, unless several people share a conversation
 */
public record Question(
        String id, @Nullable String conversation, String text, Filter filter, String owner, String asker) {

    /** The owner of what belongs to nobody in particular. */
    public static final String NOBODY = "";

    public static final int LONGEST = 2_000;

    /** A question that belongs to nobody in particular. */
    public Question(String id, @Nullable String conversation, String text, Filter filter) {
        this(id, conversation, text, filter, NOBODY, NOBODY);
    }

    public Question {
        if (!id.matches("[A-Za-z0-9_-]{8,100}")) {
            throw new IllegalArgumentException("an id has 8 to 100 letters, digits, '-' or '_'");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("the question is empty");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the question has " + text.length() + " characters; at most " + LONGEST + " are read");
        }
    }

    /** The same question, asked by this person in a conversation of their own. */
    public Question of(String person) {
        return new Question(id, conversation, text, filter, person, person);
    }

    /** The same question in the same conversation, asked by this person. */
    public Question askedBy(String person) {
        return new Question(id, conversation, text, filter, owner, person);
    }
}
