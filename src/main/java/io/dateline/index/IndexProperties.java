package io.dateline.index;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param folder where the index is written; one Dateline at a time uses it */
@ConfigurationProperties("dateline.index")
record IndexProperties(@DefaultValue("data/index") Path folder) {}
