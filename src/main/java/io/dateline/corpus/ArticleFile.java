package io.dateline.corpus;

import java.nio.file.Path;

/**
 * A file in the article folder as it was when the folder was listed. Two that are equal are taken to hold the same articles.
 *
 * @param name relative to the folder, with {@code /} on every system; unique in the folder
 * @param path to open it
 * @param bytes its size
 * @param modifiedMillis since the epoch
 */
public record ArticleFile(String name, Path path, long bytes, long modifiedMillis) {}
