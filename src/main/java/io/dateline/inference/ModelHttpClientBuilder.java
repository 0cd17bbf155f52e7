package io.dateline.inference;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Makes the HTTP client that LangChain4j's models speak through. */
final class ModelHttpClientBuilder implements HttpClientBuilder {

    private Duration connectTimeout = Duration.ofSeconds(3);
    private Duration readTimeout = Duration.ofSeconds(15);

    @Override
    public Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    @Override
    public Duration readTimeout() {
        return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        readTimeout = timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        // Some model servers close the connection on an offer of HTTP/2 without TLS.
        java.net.http.HttpClient.Builder jdk = java.net.http.HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        HttpClient whole = JdkHttpClient.builder()
                .httpClientBuilder(jdk)
                .connectTimeout(connectTimeout)
                .readTimeout(readTimeout)
                .build();
        return new ModelHttpClient(whole, jdk.connectTimeout(connectTimeout).build(), readTimeout);
    }
}
