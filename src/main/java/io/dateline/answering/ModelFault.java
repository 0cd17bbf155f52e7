package io.dateline.answering;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import io.dateline.inference.TooManyRequestsException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The language model did not give a whole answer. The message is safe to log, not to show; the reason is. */
final class ModelFault extends Exception {

    private final Reason reason;
    private final transient Duration retryAfter;

    ModelFault(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.retryAfter = Duration.ZERO;
    }

    private ModelFault(Reason reason, Duration retryAfter, Throwable cause) {
        super(cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** Why, as it may be told to the person who asked. */
    enum Reason {
        UNREACHABLE("The language model cannot be reached", true),
        KEY_REFUSED("The language model's server refuses the key", false),
        UNKNOWN_MODEL("The language model's server has no model of this name", false),
        TOO_MANY_REQUESTS("The language model is asked too often", true),
        SERVER_FAULT("The language model's server has a fault", true),
        REFUSED("The language model's server refuses the request", false),
        TOO_SLOW("The language model takes too long", false),
        BROKE_OFF("The language model's answer broke off", true),
        EMPTY("The language model sent no text", false),
        RESTING("The language model failed several times and is not asked for a while", false),
        OVER_ALLOWANCE("The language model's allowance is used up", false);

        private final String words;
        private final boolean mayPass;

        Reason(String words, boolean mayPass) {
            this.words = words;
            this.mayPass = mayPass;
        }

        String words() {
            return words;
        }

        /** A line for whoever asked. */
        String notice() {
            return words + ", so this quotes the articles.";
        }

        /** Whether the same request may well be answered a moment later. */
        boolean mayPass() {
            return mayPass;
        }
    }

    /** What a client threw, told apart by what can be done about it. */
    static ModelFault of(Throwable thrown) {
        for (Throwable cause : causes(thrown)) {
            if (cause instanceof TooManyRequestsException tooMany) {
                return new ModelFault(Reason.TOO_MANY_REQUESTS, tooMany.retryAfter(), thrown);
            }
            if (cause instanceof HttpException http) {
                return new ModelFault(ofStatus(http.statusCode()), Duration.ZERO, thrown);
            }
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException) {
                return new ModelFault(Reason.UNREACHABLE, Duration.ZERO, thrown);
            }
        }
        boolean isSlow = causes(thrown).stream().anyMatch(TimeoutException.class::isInstance);
        return new ModelFault(isSlow ? Reason.TOO_SLOW : Reason.BROKE_OFF, Duration.ZERO, thrown);
    }

    private static List<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .toList();
    }

    private static Reason ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> Reason.KEY_REFUSED;
            case 404 -> Reason.UNKNOWN_MODEL;
            case 408 -> Reason.TOO_SLOW;
            case 429 -> Reason.TOO_MANY_REQUESTS;
            default -> status >= 500 ? Reason.SERVER_FAULT : Reason.REFUSED;
        };
    }

    Reason reason() {
        return reason;
    }

    /** How long the server wants to be left alone; zero where it does not say. */
    Duration retryAfter() {
        return retryAfter;
    }
}
