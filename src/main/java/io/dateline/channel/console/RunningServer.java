package io.dateline.channel.console;

import io.dateline.answering.Answer;
import io.dateline.answering.AnswerJson;
import io.dateline.answering.Question;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** A Dateline that serves already. */
final class RunningServer {

    private static final Duration CONNECT = Duration.ofMillis(500);

    /** Longer than the server lets any answer take. */
    private static final Duration ANSWER = Duration.ofSeconds(150);

    private final URI address;
    private final AnswerJson format;

    RunningServer(URI address, AnswerJson format) {
        this.address = address;
        this.format = format;
    }

    /** Adds the token of whoever runs the command, if they have one: it is in the environment, which no process list shows. */
    static void signed(HttpRequest.Builder request) {
        String token = System.getenv("DATELINE_TOKEN");
        if (token != null && !token.isBlank()) {
            request.header("Authorization", "Bearer " + token.strip());
        }
    }

    /** Whether anything listens there. */
    static boolean listensAt(URI address) throws IOException {
        int port =
                address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), (int) CONNECT.toMillis());
            return true;
        } catch (ConnectException | SocketTimeoutException e) {
            return false;
        }
    }

    /**
     * The answer; nothing if no server listens there.
     *
     * @throws IOException if the server does not answer, or refuses; the message is for the person who asked
     */
    Optional<Answer> ask(Question question) throws IOException, InterruptedException {
        LocalDate asOf = question.filter().asOf();
        String query = "q=" + URLEncoder.encode(question.text(), StandardCharsets.UTF_8)
                + (asOf == null ? "" : "&asOf=" + asOf);
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve("/api/answer?" + query))
                .timeout(ANSWER)
                .header("Accept", "application/json");
        signed(request);
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build()) {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("the server at " + address + " answered with status " + response.statusCode()
                        + ": " + response.body());
            }
            return Optional.of(format.read(response.body()));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return Optional.empty();
        }
    }
}
