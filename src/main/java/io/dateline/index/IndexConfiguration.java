package io.dateline.index;

import io.dateline.corpus.ArticleFolder;
import io.dateline.corpus.BoilerplateLines;
import io.dateline.corpus.FolderWatch;
import io.dateline.corpus.PassageSplitter;
import io.dateline.inference.Embeddings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IndexConfiguration {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

    @Bean(destroyMethod = "close")
    LuceneIndex articleIndex(IndexProperties properties, Embeddings embeddings) {
        return LuceneIndex.open(
                properties.folder(), embeddings.modelName(), properties.passageVectors(), Clock.systemUTC());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    VectorFiller vectorFiller(LuceneIndex index, Embeddings embeddings) {
        return new VectorFiller(index, embeddings);
    }

    @Bean
    Additions additions(LuceneIndex index, PassageSplitter splitter, VectorFiller filler) {
        return new Additions(index, splitter::split, filler::wake);
    }

    @Bean
    FeedLedger feedLedger(LuceneIndex index, PassageSplitter splitter, VectorFiller filler) {
        return new FeedLedger(index, splitter::split, filler::wake);
    }

    @Bean(destroyMethod = "close")
    BulkIngestion bulkIngestion(LuceneIndex index, PassageSplitter splitter, BoilerplateLines boilerplate) {
        return new BulkIngestion(index, splitter::split, boilerplate);
    }

    @Bean(destroyMethod = "close")
    Ingestion ingestion(
            ArticleFolder folder,
            FolderWatch watch,
            LuceneIndex index,
            PassageSplitter splitter,
            BoilerplateLines boilerplate,
            VectorFiller filler)
            throws InterruptedException {
        FolderSync<LuceneIndex> sync = new FolderSync<>(new FolderSource(folder), index, splitter::split, boilerplate);
        Ingestion ingestion = new Ingestion(sync, index, filler::wake, BETWEEN_TRIES);
        ingestion.start();
        // As if nothing had been seen: what changes while the first run reads is then told of in any case.
        watch.start(List.of(), ingestion::changed);
        return ingestion;
    }
}
