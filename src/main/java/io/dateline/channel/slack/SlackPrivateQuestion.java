package io.dateline.channel.slack;

/** A question whose answer only the person sees who asked it, by command or by shortcut. */
record SlackPrivateQuestion(SlackPrivately.Caller caller, String text) implements SlackQuestion {

    static final String KEYS = "slack-private/";

    @Override
    public String key() {
        return KEYS + caller.team() + "/" + caller.trigger();
    }

    /** Asking again with it asks nothing. */
    String id() {
        return ("slack-" + caller.team() + "-" + caller.trigger()).replaceAll("[^A-Za-z0-9_-]", "-");
    }
}
