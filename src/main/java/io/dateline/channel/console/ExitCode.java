package io.dateline.channel.console;

/** What {@code dateline ask} ends with. */
final class ExitCode {

    static final int ANSWERED = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int NOT_IN_THE_ARCHIVE = 3;

    private ExitCode() {}
}
