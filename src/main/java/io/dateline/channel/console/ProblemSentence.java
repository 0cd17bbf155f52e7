package io.dateline.channel.console;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a problem (RFC 9457) says to people. It is apart because the JSON parser is loaded with it. */
final class ProblemSentence {

    private ProblemSentence() {}

    /** What there is when it is no problem. */
    static String of(String body) {
        try {
            return new JsonMapper().readTree(body).path("detail").asString(body);
        } catch (JacksonException e) {
            return body.strip();
        }
    }
}
