package io.dateline.channel;

import io.dateline.answering.ScriptedAnswerer;
import io.dateline.answering.SuggestedQuestions;
import io.dateline.corpus.PassageSplitter;
import io.dateline.corpus.SentenceSplitter;
import io.dateline.index.Additions;
import io.dateline.retrieval.Retriever;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The server with its channels and its database, over an answerer that is scripted and an archive in memory. It is no
 * {@code @Configuration}, so that a test of the whole application does not take it up by scanning.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.dateline")
@ComponentScan({
    "io.dateline.channel.access",
    "io.dateline.channel.web",
    "io.dateline.channel.http",
    "io.dateline.channel.openai",
    "io.dateline.channel.mcp",
    "io.dateline.channel.slack",
    "io.dateline.channel.webhook",
    "io.dateline.conversation",
    "io.dateline.desk"
})
@ComponentScan(
        basePackages = "io.dateline.answering",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*ModelStatusConfiguration"))
@ComponentScan(
        basePackages = "io.dateline.fetching",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*FetchingConfiguration"))
@Import(Wire.class)
public class TestServer {

    @Bean
    ScriptedAnswerer answerer() {
        return new ScriptedAnswerer();
    }

    @Bean
    MemoryArchive archive() {
        return new MemoryArchive();
    }

    @Bean
    Additions additions(MemoryArchive archive, PassageSplitter splitter) {
        return new Additions(archive, splitter::split, () -> {});
    }

    @Bean
    Retriever retriever(MemoryArchive archive) {
        return archive::retrieve;
    }

    @Bean
    PassageSplitter passageSplitter() {
        return new PassageSplitter(new SentenceSplitter());
    }

    @Bean
    SuggestedQuestions suggestedQuestions() {
        return n -> List.of("What was signed?", "Who signed it?").subList(0, Math.min(n, 2));
    }
}
