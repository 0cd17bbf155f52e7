package io.dateline.retrieval;

import io.dateline.index.Filter;
import java.util.Set;

/**
 * What is searched for.
 *
 * @param text words of a person, 1 to 2,000 characters, not blank; nothing in it is syntax
 * @param without stages that have no say, to see what each is worth; {@link Stage#WORDS} cannot be left out
 */
public record SearchQuery(String text, Filter filter, Set<Stage> without) {

    static final int LONGEST = 2_000;

    public SearchQuery {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a search has 1 to " + LONGEST + " characters and is not blank, got " + text.length());
        }
        if (without.contains(Stage.WORDS)) {
            throw new IllegalArgumentException("words cannot be left out of a search");
        }
        without = Set.copyOf(without);
    }

    /** With every stage but the reader, which takes many times as long as all the others. */
    public SearchQuery(String text, Filter filter) {
        this(text, filter, Set.of(Stage.READER));
    }

    boolean uses(Stage stage) {
        return !without.contains(stage);
    }
}
