package io.dateline.corpus;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CorpusConfiguration {

    @Bean
    ArticleFolder articleFolder(CorpusProperties properties) {
        return new ArticleFolder(properties.folder());
    }

    /** Whoever takes up the changes starts it. */
    @Bean
    FolderWatch folderWatch(ArticleFolder folder, CorpusProperties properties) {
        return new FolderWatch(folder, properties.quiet(), properties.rescan());
    }

    @Bean
    SentenceSplitter sentenceSplitter() {
        return new SentenceSplitter();
    }

    /** Learned by whoever counts the lines of all articles. */
    @Bean
    BoilerplateLines boilerplateLines() {
        return new BoilerplateLines();
    }

    @Bean
    PassageSplitter passageSplitter(SentenceSplitter sentences, BoilerplateLines boilerplate) {
        return new PassageSplitter(sentences, boilerplate);
    }
}
