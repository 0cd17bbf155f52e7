package io.dateline.channel.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server answered to one call. */
record HttpCall(HttpResponse<String> response) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    static HttpCall get(int port, String path, String... headers) throws IOException, InterruptedException {
        return call(port, path, HttpRequest.newBuilder().GET(), headers);
    }

    static HttpCall send(int port, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return call(
                port,
                path,
                HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    static HttpCall call(int port, String path, HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return new HttpCall(HTTP.send(
                request.uri(URI.create("http://localhost:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return JSON.readTree(response.body());
    }
}
