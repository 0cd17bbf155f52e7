package io.dateline.index;

import java.nio.file.FileSystemException;

/**
 * The index could not be written, as on a full disk. What was committed is still there and is still searched; what was not
 * must be put again. Worth trying again later.
 */
public final class IndexWriteException extends RuntimeException {

    private IndexWriteException(String message, Throwable cause) {
        super(message, cause);
    }

    static IndexWriteException because(Throwable failure) {
        String reason = String.valueOf(root(failure).getMessage());
        String remedy = reason.contains("No space left") ? "; make room on the disk of the index" : "";
        return new IndexWriteException(
                "the index could not be written (" + reason + ")" + remedy
                        + "; what was committed before is still searched",
                failure);
    }

    /** Lucene wraps what the file system said, several times over when a writer was broken by it. */
    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof FileSystemException)) {
            root = root.getCause();
        }
        return root;
    }
}
