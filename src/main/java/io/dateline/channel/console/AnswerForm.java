package io.dateline.channel.console;

/** How an answer is wanted. */
enum AnswerForm {
    TEXT("text/plain"),
    COLOURED("text/plain"),
    JSON("application/json");

    private final String mediaType;

    AnswerForm(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}
