package io.dateline.channel.slack;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** Slack's end of Socket Mode on the loopback address. */
final class FakeSlackSocket extends WebSocketServer implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch started = new CountDownLatch(1);
    private final BlockingQueue<WebSocket> opened = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();

    FakeSlackSocket() throws InterruptedException {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        setReuseAddr(true);
        start();
        if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the socket was not opened");
        }
    }

    String url() {
        return "ws://127.0.0.1:" + getPort() + "/link";
    }

    /** The next socket that is opened; it is greeted. */
    WebSocket next() throws InterruptedException {
        WebSocket socket = opened.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (socket == null) {
            throw new AssertionError("no socket was opened");
        }
        socket.send("{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{\"app_id\":\"A1\"}}");
        return socket;
    }

    /** Sends the payload and waits until it is acknowledged. */
    void deliver(WebSocket socket, String envelope, String type, String payload) throws InterruptedException {
        socket.send("{\"envelope_id\":\"" + envelope + "\",\"type\":\"" + type
                + "\",\"accepts_response_payload\":false,\"payload\":" + payload + "}");
        while (!acknowledged.contains(envelope)) {
            String message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError(envelope + " was not acknowledged");
            }
            acknowledged.add(
                    FakeSlack.JSON.readTree(message).path("envelope_id").asString(""));
        }
    }

    @Override
    public void close() {
        try {
            stop(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        opened.add(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        received.add(message);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        // Which sockets are left is of no interest here.
    }

    @Override
    public void onError(WebSocket socket, Exception e) {
        // A socket that a test cuts off.
    }
}
