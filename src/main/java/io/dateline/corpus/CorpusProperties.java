package io.dateline.corpus;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder with the article files; may be a link
 * @param quiet how long files must have been left alone before they are read
 * @param rescan how often the folder is looked through even when the operating system reports no change
 */
@ConfigurationProperties("dateline.corpus")
record CorpusProperties(
        @DefaultValue("data/articles") Path folder,
        @DefaultValue("500ms") Duration quiet,
        @DefaultValue("30s") Duration rescan) {}
