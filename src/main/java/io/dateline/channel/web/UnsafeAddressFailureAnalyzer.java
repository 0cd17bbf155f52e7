package io.dateline.channel.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence what an {@link UnsafeAddressException} asks for. */
final class UnsafeAddressFailureAnalyzer extends AbstractFailureAnalyzer<UnsafeAddressException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsafeAddressException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set dateline.web.allowed-hosts to the names under which people reach Dateline,"
                        + " for example news.example.org, or server.address to 127.0.0.1 to serve this machine alone.",
                cause);
    }
}
