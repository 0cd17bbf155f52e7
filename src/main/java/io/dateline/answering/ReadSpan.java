package io.dateline.answering;

/**
 * A span that was read, in its sentence.
 *
 * @param key the same for spans that say the same
 * @param probability 0 to 1, of being right, as the reader sees it in its passage alone
 * @param mayAnswer false where its sentence tells something else than what is asked; it still is what the reader might have meant
 */
record ReadSpan(Finding finding, String key, double probability, boolean mayAnswer) {}
