package io.dateline.retrieval;

import io.dateline.index.Filter;

/**
 * What is searched for.
 *
 * @param text words of a person, 1 to 2,000 characters, not blank; nothing in it is syntax
 */
public record SearchQuery(String text, Filter filter) {

    static final int LONGEST = 2_000;

    public SearchQuery {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "a search has 1 to " + LONGEST + " characters and is not blank, got " + text.length());
        }
    }
}
