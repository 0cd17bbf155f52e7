package io.dateline.index;

/** Told how far the reading of files is, some times a second. */
public interface ReadingProgress {

    /**
     * @param articles taken up, or found unchanged
     * @param bytesRead of all files together, as they lie on the disk
     */
    void at(long articles, long bytesRead, long bytesInAll);
}
