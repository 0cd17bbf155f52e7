package io.dateline.channel.http;

import io.dateline.channel.Wire;
import io.dateline.desk.AnswerLog;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.MediaType;

/** Writes an answer log as server-sent events: the frames of the web socket, under their type and number. */
final class EventStream {

    /** Shorter than the patience of the proxies people have. */
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final Wire wire;
    private final HttpServletResponse response;

    EventStream(Wire wire, HttpServletResponse response) {
        this.wire = wire;
        this.response = response;
    }

    /**
     * Writes until the log ends.
     *
     * @throws IOException when the client is gone; the question goes on
     */
    void follow(AnswerLog log, int after) throws IOException, InterruptedException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        OutputStream out = response.getOutputStream();
        int seq = after;
        while (true) {
            AnswerLog.Entry entry = log.await(seq, QUIET).orElse(null);
            if (entry == null) {
                write(out, ": still here\n\n");
                continue;
            }
            write(
                    out,
                    "event: " + Wire.type(entry.event()) + "\nid: " + entry.seq() + "\ndata: "
                            + wire.frame(log.id(), entry) + "\n\n");
            if (entry.isLast()) {
                return;
            }
            seq = entry.seq();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
