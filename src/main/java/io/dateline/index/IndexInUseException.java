package io.dateline.index;

import java.nio.file.Path;

/** Another process has the index open. */
public final class IndexInUseException extends RuntimeException {

    IndexInUseException(Path folder, Throwable cause) {
        super(
                "another Dateline is using " + folder + "; stop it, or set dateline.index.folder to another folder",
                cause);
    }
}
