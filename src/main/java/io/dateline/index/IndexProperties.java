package io.dateline.index;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder where the index is written; one Dateline at a time uses it
 * @param passageVectors up to how many passages each has a vector of its own; in a larger archive only the first passage of each
 *     article has one, which stands for the article
 */
@ConfigurationProperties("dateline.index")
record IndexProperties(
        @DefaultValue("data/index") Path folder,
        @DefaultValue("20000") int passageVectors) {

    IndexProperties {
        if (passageVectors < 0) {
            throw new IllegalArgumentException(
                    "dateline.index.passage-vectors must be at least 0, got: " + passageVectors);
        }
    }
}
