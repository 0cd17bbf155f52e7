package io.dateline.channel.console;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Dateline that serves already. It is spoken to by the oldest client that the JDK has, since that one loads in a tenth of the
 * time of the newest.
 */
final class RunningServer {

    private static final Duration CONNECT = Duration.ofMillis(500);

    /** Longer than the server lets any answer take. */
    private static final Duration ANSWER = Duration.ofSeconds(150);

    private final URI address;

    RunningServer(URI address) {
        this.address = address;
    }

    /** What whoever runs the command shows, if they have a token: it is in the environment, which no process list shows. */
    static Optional<String> authorization() {
        String token = System.getenv("DATELINE_TOKEN");
        return token == null || token.isBlank() ? Optional.empty() : Optional.of("Bearer " + token.strip());
    }

    /** Whether anything listens there. */
    boolean listens() throws IOException {
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
     * Asks, and waits for the answer.
     *
     * @throws IOException if nothing answers; the message is for the person who asked
     */
    ServerReply ask(String question, @Nullable LocalDate asOf, AnswerForm form) throws IOException {
        String query = "q=" + URLEncoder.encode(question, StandardCharsets.UTF_8)
                + (asOf == null ? "" : "&asOf=" + asOf)
                + (form == AnswerForm.COLOURED ? "&coloured=true" : "");
        HttpURLConnection call = (HttpURLConnection)
                address.resolve("/api/answer?" + query).toURL().openConnection();
        call.setConnectTimeout((int) CONNECT.toMillis());
        call.setReadTimeout((int) ANSWER.toMillis());
        call.setInstanceFollowRedirects(false);
        call.setRequestProperty("Accept", form.mediaType());
        authorization().ifPresent(value -> call.setRequestProperty("Authorization", value));
        try {
            int status = call.getResponseCode();
            return new ServerReply(address, status, call.getHeaderField("Dateline-Status"), body(call, status));
        } catch (IOException e) {
            throw new IOException("the server at " + address + " does not answer: " + e.getMessage(), e);
        } finally {
            call.disconnect();
        }
    }

    private static String body(HttpURLConnection call, int status) throws IOException {
        try (InputStream body = status < 400 ? call.getInputStream() : call.getErrorStream()) {
            return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
