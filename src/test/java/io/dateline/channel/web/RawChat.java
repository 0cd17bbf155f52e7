package io.dateline.channel.web;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A client of the chat socket that answers no ping, and reads only when it is told to. */
final class RawChat implements AutoCloseable {

    static final int CLOSE = 8;
    static final int PING = 9;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    RawChat(int port) throws IOException {
        this(port, 4096);
    }

    /** @param receiveBuffer in bytes; what is sent beyond it stays with the server until it is read */
    RawChat(int port, int receiveBuffer) throws IOException {
        socket.setReceiveBufferSize(receiveBuffer);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(String.join(
                                "\r\n",
                                "GET /ws/chat HTTP/1.1",
                                "Host: localhost:" + port,
                                "Origin: http://localhost:" + port,
                                "Connection: Upgrade",
                                "Upgrade: websocket",
                                "Sec-WebSocket-Version: 13",
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                                "Sec-WebSocket-Protocol: dateline.v1",
                                "",
                                "")
                        .getBytes(StandardCharsets.US_ASCII));
        in = new DataInputStream(socket.getInputStream());
        if (!RawHttp.head(in).startsWith("HTTP/1.1 101")) {
            throw new IOException("the socket was not opened");
        }
    }

    /** @param code of a close frame, else 0 */
    record Frame(int opcode, int code, String text) {}

    /** Sends a text frame, masked with zeros. */
    void send(String text) throws IOException {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
        frame.put((byte) 0x81)
                .put((byte) (0x80 | 126))
                .putShort((short) payload.length)
                .putInt(0)
                .put(payload);
        socket.getOutputStream().write(frame.array());
    }

    Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 15;
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = in.readNBytes((int) length);
        if (opcode == CLOSE) {
            return new Frame(
                    opcode,
                    ByteBuffer.wrap(payload).getShort(),
                    new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8));
        }
        return new Frame(opcode, 0, new String(payload, StandardCharsets.UTF_8));
    }

    /** Reads at the pace of a bad line until there is a frame of this kind. */
    Frame trickleUntil(int opcode) throws IOException {
        while (true) {
            Frame frame = read();
            if (frame.opcode() == opcode) {
                return frame;
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
