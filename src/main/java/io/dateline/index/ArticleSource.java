package io.dateline.index;

import io.dateline.corpus.ArticleReader;
import java.util.List;

/** The files that hold the articles. */
interface ArticleSource {

    /**
     * All files, in the order in which the earlier wins where two hold one article.
     *
     * @throws java.io.UncheckedIOException if they cannot be listed; that says nothing about any file
     */
    List<SourceFile> files();

    /** Whether the file is, or was, one of these; what became of others is not known here. */
    boolean covers(String path);

    /** Reads a file; what cannot be read goes to {@link ArticleReader.Intake#reject}. */
    void read(SourceFile file, ArticleReader.Intake intake);

    /**
     * @param path unique; how people know the file
     * @param fingerprint changes when the content does
     * @param bytes its size
     */
    record SourceFile(String path, String fingerprint, long bytes) {}
}
