package io.dateline.benchmark;

import io.dateline.index.ArticleIndex;
import io.dateline.index.Ingestion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** As much of Dateline as searching takes. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"io.dateline.corpus", "io.dateline.index", "io.dateline.inference", "io.dateline.retrieval"})
@ConfigurationPropertiesScan({
    "io.dateline.corpus",
    "io.dateline.index",
    "io.dateline.inference",
    "io.dateline.retrieval"
})
class RetrievalModules {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    static ConfigurableApplicationContext start(Path articles, Path index) {
        return new SpringApplicationBuilder(RetrievalModules.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--dateline.corpus.folder=" + articles,
                        "--dateline.index.folder=" + index,
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off");
    }

    /** Waits until all articles can be found by their words. */
    static ArticleIndex.Size awaitWords(ConfigurableApplicationContext modules) {
        Ingestion ingestion = modules.getBean(Ingestion.class);
        ArticleIndex index = modules.getBean(ArticleIndex.class);
        while (index.size().passages() == 0 || ingestion.status().running()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return index.size();
    }
}
