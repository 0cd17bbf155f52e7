package io.dateline.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many questions are answered at a time, and how long they are remembered.
 *
 * @param atOnce questions that are worked on at a time; more wait their turn
 * @param open questions that are worked on or wait; more are refused as {@code overloaded}
 * @param longest after which a question is given up, from when it was asked
 * @param grace after which a question that was stopped ends, whether its thread has noticed or not
 * @param kept how long the events of an ended question can be resumed; after that only its answer
 * @param keptLogs ended questions whose events are kept at most
 * @param keptCharacters size of the events of ended questions that are kept at most
 * @param longestLog size at which an answer is given up, in characters
 * @param past exchanges of the conversation that a question may refer to
 * @param perMinute questions that one person may ask within a minute; where people are not told apart nobody is limited
 * @param atOnceEach questions of one person that are worked on or wait at a time
 */
@ConfigurationProperties("dateline.questions")
record DeskProperties(
        @DefaultValue("64") int atOnce,
        @DefaultValue("256") int open,
        @DefaultValue("120s") Duration longest,
        @DefaultValue("3s") Duration grace,
        @DefaultValue("15m") Duration kept,
        @DefaultValue("2000") int keptLogs,
        @DefaultValue("32000000") long keptCharacters,
        @DefaultValue("4000000") long longestLog,
        @DefaultValue("6") int past,
        @DefaultValue("10") int perMinute,
        @DefaultValue("2") int atOnceEach) {

    DeskProperties {
        if (atOnce < 1 || open < atOnce) {
            throw new IllegalArgumentException("dateline.questions.at-once must be at least 1 and at most"
                    + " dateline.questions.open, got: " + atOnce + " and " + open);
        }
        if (perMinute < 1 || atOnceEach < 1) {
            throw new IllegalArgumentException(
                    "dateline.questions.per-minute and dateline.questions.at-once-each must be at" + " least 1, got: "
                            + perMinute + " and " + atOnceEach);
        }
    }
}
