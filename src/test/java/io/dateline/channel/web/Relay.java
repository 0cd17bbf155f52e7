package io.dateline.channel.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable to the server that can be cut: passes bytes on from a port of its own. Thread-safe. */
final class Relay implements AutoCloseable {

    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ServerSocket door;
    private final int serverPort;
    private volatile boolean isCut;

    Relay(int serverPort) throws IOException {
        this.serverPort = serverPort;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::welcome);
    }

    String origin() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /** Ends every connection, and each new one at once. */
    void cut() throws IOException {
        isCut = true;
        for (Socket end : ends) {
            end.close();
        }
    }

    void mend() {
        isCut = false;
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (isCut) {
                    client.close();
                } else {
                    join(client, new Socket(InetAddress.getLoopbackAddress(), serverPort));
                }
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void join(Socket client, Socket server) {
        ends.add(client);
        ends.add(server);
        Thread.ofVirtual().start(() -> pass(client, server));
        Thread.ofVirtual().start(() -> pass(server, client));
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Cut, or one side has gone; both are closed now.
        } finally {
            ends.remove(from);
            ends.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
