package io.dateline.corpus;

import java.nio.file.Path;

/** Reads one file format. Thread-safe. */
public interface ArticleReader {

    /** Whether this reader takes the file, judged by its name alone. */
    boolean accepts(Path file);

    /**
     * Reads the articles of the file, in order, handing over each as soon as it is read, so that a file may hold more articles
     * than memory. What cannot be read goes to {@link Intake#reject}, and reading goes on behind it where the format allows;
     * this method does not throw for bad content.
     */
    void read(Path file, Intake intake);

    /** Where a reader puts what it finds. */
    interface Intake {

        void accept(Article article);

        /**
         * Told now and then by readers of files that take long.
         *
         * @param bytes of the file, as it lies on the disk, that were read so far
         */
        default void readUpTo(long bytes) {}

        /**
         * @param where the file's name, with a line number where there are lines: {@code "feed.jsonl:17"}
         * @param why a sentence for a person: what is wrong and what to do about it
         */
        void reject(String where, String why);
    }
}
