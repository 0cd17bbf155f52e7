package io.dateline.answering;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A server of language models that does to each request what its script says, down to the bytes. */
final class FaultyModelServer implements Closeable {

    static final String EVENTS = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

    private final ServerSocket socket;
    private final Script script;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    /** What is sent; the connection is closed when it returns. */
    interface Script {
        void answer(Connection connection) throws IOException;
    }

    record Connection(Socket socket, OutputStream out, InputStream in, int number) {

        void send(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void token(String text) throws IOException {
            send("data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"}}]}\n\n");
        }

        void end() throws IOException {
            send(
                    "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n");
        }

        /** Says nothing more until the client has closed the connection. */
        void stall() throws IOException {
            while (in.read() >= 0) {
                // A client has nothing to say here.
            }
        }
    }

    FaultyModelServer(Script script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 300, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    static FaultyModelServer refusing(String status, String... headers) throws IOException {
        String body = "{\"error\":{\"message\":\"no\"}}";
        return new FaultyModelServer(connection -> connection.send("HTTP/1.1 " + status + "\r\n"
                + String.join("", Stream.of(headers).map(h -> h + "\r\n").toList())
                + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
    }

    int requests() {
        return requests.get();
    }

    /** Connections that neither side has closed. */
    int open() {
        return open.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed, so the test is over.
        }
    }

    private void serve(Socket client) {
        open.incrementAndGet();
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            in.readNBytes(bodyLength(in));
            script.answer(new Connection(client, client.getOutputStream(), in, requests.incrementAndGet()));
        } catch (IOException e) {
            // The client has gone.
        } finally {
            open.decrementAndGet();
        }
    }

    private static int bodyLength(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no request");
            }
            head.append((char) next);
        }
        for (String line : head.toString().lines().toList()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
