package io.dateline.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import com.sun.jna.Memory;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environment of ONNX Runtime, kept up until the process is gone.
 *
 * <p>{@link OrtEnvironment} takes it down in a shutdown hook of its own, which runs beside Spring's: a model that was loading or
 * running at that moment met freed memory, and what should have been a quiet exit was a crash of the JVM. The native environment
 * counts its holders ({@code OrtEnv::GetInstance} in onnxruntime/core/session/ort_env.cc) and goes with the last; one more holder
 * that never lets go keeps it.
 */
final class OnnxRuntime {

    private static final Logger log = LoggerFactory.getLogger(OnnxRuntime.class);

    private static final OrtEnvironment ENVIRONMENT = heldEnvironment();

    private OnnxRuntime() {}

    static OrtEnvironment environment() {
        return ENVIRONMENT;
    }

    /** A network that runs on one thread: several texts at a time on a thread each get more done than one text on several threads. */
    static OrtSession session(Memory model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return ENVIRONMENT.createSession(model.getByteBuffer(0, model.size()), options);
        }
    }

    /**
     * A model's file, outside the Java heap, which would grow by several times its size to read it once. To be closed when the
     * session is there, which has a copy: a direct buffer would stay until old objects are collected, which may be never.
     */
    static Memory read(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        try (ReadableByteChannel bytes = Channels.newChannel(connection.getInputStream())) {
            int size = connection.getContentLength();
            if (size <= 0) {
                throw new EOFException("it is empty");
            }
            Memory model = new Memory(size);
            try {
                fill(model.getByteBuffer(0, size), bytes);
                return model;
            } catch (IOException e) {
                model.close();
                throw e;
            }
        }
    }

    private static void fill(ByteBuffer model, ReadableByteChannel bytes) throws IOException {
        while (model.hasRemaining()) {
            if (bytes.read(model) < 0) {
                throw new EOFException("it ends after " + model.position() + " of " + model.capacity() + " bytes");
            }
        }
    }

    private static OrtEnvironment heldEnvironment() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try {
            Class<?> runtime = Class.forName("ai.onnxruntime.OnnxRuntime");
            Field api = runtime.getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            Method hold = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            hold.setAccessible(true);
            hold.invoke(
                    null,
                    api.getLong(null),
                    OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(),
                    OrtEnvironment.DEFAULT_NAME);
        } catch (ReflectiveOperationException | RuntimeException e) {
            log.debug("ONNX Runtime is taken down at exit, whatever runs", e);
        }
        return environment;
    }
}
