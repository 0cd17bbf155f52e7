package io.dateline.fetching;

import io.dateline.corpus.WebPageReader;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FetchingConfiguration {

    @Bean(destroyMethod = "close")
    Fetcher fetcher(FetchProperties properties) {
        DnsResolver resolver = SystemDefaultDnsResolver.INSTANCE;
        return new Fetcher(
                properties.allowPrivate() ? resolver : new PublicAddresses(resolver),
                properties.userAgent(),
                properties.patience());
    }

    @Bean
    ArticlePages articlePages(Fetcher fetcher) {
        return new ArticlePages(fetcher, new WebPageReader());
    }
}
