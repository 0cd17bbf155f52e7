package io.dateline.answering;

/**
 * A span that was read, in its sentence.
 *
 * @param key the same for spans that say the same
 * @param probability 0 to 1, of being right, as the reader sees it in its passage alone
 */
record ReadSpan(Finding finding, String key, double probability) {}
