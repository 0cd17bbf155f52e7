package io.dateline.channel.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence what an {@link UnsafeAddressException} asks for. */
final class UnsafeAddressFailureAnalyzer extends AbstractFailureAnalyzer<UnsafeAddressException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeAddressException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
