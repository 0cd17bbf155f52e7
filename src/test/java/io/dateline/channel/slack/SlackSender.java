package io.dateline.channel.slack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends to {@code /slack/events} what Slack would send. */
final class SlackSender {

    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final int port;
    private final SlackSignature signature = new SlackSignature(SECRET, InstantSource.system());

    SlackSender(int port) {
        this.port = port;
    }

    /** A {@code ts} that no other message has. */
    static String ts() {
        return "1700000000." + String.format("%06d", COUNT.incrementAndGet());
    }

    /** Every message is of a person of its own, so that none asks too much. */
    static String mention(String channel, String ts, String question) {
        return mention("U" + ts, channel, ts, question);
    }

    static String mention(String user, String channel, String ts, String question) {
        return event("""
                {"type":"app_mention","user":"%s","text":"<@UBOT> %s","ts":"%s","channel":"%s","event_ts":"%s"}""".formatted(user, question, ts, channel, ts));
    }

    static String reply(String channel, String thread, String ts, String text) {
        return event("""
                {"type":"message","user":"U2","text":"%s","ts":"%s","thread_ts":"%s","channel":"%s",\
                "channel_type":"channel","event_ts":"%s"}""".formatted(text, ts, thread, channel, ts));
    }

    static String direct(String channel, String ts, String text) {
        return event("""
                {"type":"message","user":"U1","text":"%s","ts":"%s","channel":"%s","channel_type":"im",\
                "event_ts":"%s"}""".formatted(text, ts, channel, ts));
    }

    static String event(String event) {
        return """
                {"token":"none","team_id":"T1","api_app_id":"A1","event":%s,"type":"event_callback","event_id":"Ev%d",\
                "event_time":1700000000,"authorizations":[{"team_id":"T1","user_id":"UBOT","is_bot":true}]}""".formatted(event, COUNT.incrementAndGet());
    }

    /** Sends the body signed, and gives the status. */
    int send(String body, String... headers) throws IOException, InterruptedException {
        String timestamp = String.valueOf(Instant.now().getEpochSecond());
        return post(body, timestamp, sign(timestamp, body), headers).statusCode();
    }

    String sign(String timestamp, String body) {
        return signature.sign(timestamp, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String body, String timestamp, String signature, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/slack/events"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header(
                        "Content-Type",
                        body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded");
        if (!timestamp.isEmpty()) {
            request.header("X-Slack-Request-Timestamp", timestamp);
        }
        if (!signature.isEmpty()) {
            request.header("X-Slack-Signature", signature);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
