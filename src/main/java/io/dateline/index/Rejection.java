package io.dateline.index;

/**
 * Something of the collection that could not be taken up.
 *
 * @param where the file's name, with a line number where there are lines
 * @param why a sentence for a person: what is wrong and what to do about it
 */
public record Rejection(String where, String why) {}
