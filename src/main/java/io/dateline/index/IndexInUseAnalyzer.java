package io.dateline.index;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets a second Dateline over the same index end with a sentence instead of a stack trace. */
final class IndexInUseAnalyzer extends AbstractFailureAnalyzer<IndexInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, IndexInUseException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Stop the other Dateline, or start this one with --dateline.index.folder=FOLDER.",
                cause);
    }
}
