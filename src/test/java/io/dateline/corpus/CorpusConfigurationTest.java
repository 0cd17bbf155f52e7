package io.dateline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class CorpusConfigurationTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Corpus.class);

    @Test
    void readsTheEmbeddedCollectionUnlessTold() {
        context.run(beans -> {
            assertThat(beans).hasSingleBean(PassageSplitter.class).hasSingleBean(FolderWatch.class);
            assertThat(beans.getBean(ArticleFolder.class).path()).isEqualTo(Path.of("data/articles"));
        });
        context.withPropertyValues("dateline.corpus.folder=/news")
                .run(beans ->
                        assertThat(beans.getBean(ArticleFolder.class).path()).isEqualTo(Path.of("/news")));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CorpusProperties.class)
    @Import(CorpusConfiguration.class)
    static class Corpus {}
}
