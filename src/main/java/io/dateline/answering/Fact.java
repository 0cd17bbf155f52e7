package io.dateline.answering;

/**
 * The short answer.
 *
 * @param text a few words, as a rule a part of {@code sentence}, a name as the article gives it in full elsewhere; behind words such as "Wednesday" stands the day they mean, in
 *     brackets
 * @param sentence the sentence of the article it was read from, verbatim
 * @param confidence 0 to 1
 */
public record Fact(String text, String sentence, Citation citation, double confidence) {}
