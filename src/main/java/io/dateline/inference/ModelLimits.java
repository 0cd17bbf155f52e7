package io.dateline.inference;

import java.time.Duration;

/**
 * How long a language model may take. Whoever reads its stream keeps all but the first, since a client does not report every stall.
 *
 * @param connect to take up a connection
 * @param firstToken from the request to the first piece of text
 * @param gap between two pieces
 * @param total from the request to the end
 */
public record ModelLimits(Duration connect, Duration firstToken, Duration gap, Duration total) {

    public ModelLimits {
        for (Duration limit : new Duration[] {connect, firstToken, gap, total}) {
            if (!limit.isPositive()) {
                throw new IllegalArgumentException(
                        "a limit of dateline.model must be longer than nothing, got: " + limit);
            }
        }
    }
}
