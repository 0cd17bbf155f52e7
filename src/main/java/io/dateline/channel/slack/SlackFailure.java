package io.dateline.channel.slack;

/** Slack did not do what was asked. */
final class SlackFailure extends Exception {

    private static final long serialVersionUID = 1;

    private final String error;

    /** @param error Slack's word for it, such as {@code channel_not_found} */
    SlackFailure(String method, String error) {
        super(method + ": " + error);
        this.error = error;
    }

    SlackFailure(String method, Exception cause) {
        super(method + ": " + cause.getMessage(), cause);
        this.error = "";
    }

    /** Slack's word for it; empty when Slack was not reached. */
    String error() {
        return error;
    }
}
