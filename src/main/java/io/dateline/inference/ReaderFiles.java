package io.dateline.inference;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.sun.jna.Memory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a reader model lies: {@code reader.onnx}, {@code tokenizer.json} and {@code reader.json} of one folder, or those that ship.
 *
 * @param folder null for those that ship
 */
record ReaderFiles(@Nullable Path folder) {

    /** @throws UncheckedIOException if the file is missing or cannot be read, as the other two */
    Memory model() {
        return read("reader.onnx", OnnxRuntime::read);
    }

    HuggingFaceTokenizer tokenizer() {
        return read("tokenizer.json", file -> {
            try (InputStream in = file.openStream()) {
                return HuggingFaceTokenizer.newInstance(in, Map.of("truncation", "false", "padding", "false"));
            }
        });
    }

    ReaderSettings settings() {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return read("reader.json", file -> {
            try (InputStream in = file.openStream()) {
                return json.readValue(in, ReaderSettings.class);
            }
        });
    }

    /** For messages. */
    String place() {
        return folder == null ? "the program" : folder.toAbsolutePath().toString();
    }

    private interface Parser<T> {
        T parse(URL file) throws IOException;
    }

    private <T> T read(String name, Parser<T> parser) {
        try {
            return parser.parse(url(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of the reader model cannot be read from " + place(), e);
        }
    }

    private URL url(String name) throws IOException {
        if (folder != null) {
            return folder.resolve(name).toUri().toURL();
        }
        URL shipped = ReaderFiles.class.getResource("/reader/" + name);
        if (shipped == null) {
            throw new FileNotFoundException("no /reader/" + name + " in the program");
        }
        return shipped;
    }
}
